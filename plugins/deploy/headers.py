"""The headers of answers as Netlify and Cloudflare Pages read them in `_headers`."""

from collections.abc import Iterator, Mapping

from plugins.core import addresses
from plugins.deploy.answers import BRIEFLY, CAREFUL, FOR_EVER, OPEN, SECURE
from plugins.press.site import Site
from plugins.views.frame import page_address
from plugins.views.policy import policy

CLOUDFLARE = 100
"""How many rules Cloudflare Pages reads; standing pages come last, since they are the ones that may be many."""
_SECTIONS = (
    *(addresses.CHECKS, addresses.TOPICS, addresses.SOURCES, addresses.PUBLISHERS, addresses.PEOPLE),
    *(addresses.CORRECTIONS, addresses.SEARCH, addresses.FEEDS, addresses.DATA),
)
_FOR_EVER = (
    *("/assets/*", "/images/*"),
    *(f"{addresses.SEARCH_INDEX}{folder}/*" for folder in ("fragment", "index", "filter")),
)
_SHARED = frozenset({addresses.FEEDS, addresses.DATA})


def lines(site: Site) -> Iterator[str]:
    """Write the rules. No two that may meet set the same header: hosts would join the values."""
    for path, headers in _rules(site):
        yield site.here(path)
        yield from (f"  {name}: {value}" for name, value in headers.items())


def _rules(site: Site) -> Iterator[tuple[str, Mapping[str, str]]]:
    yield "/*", CAREFUL | (SECURE if site.base.startswith("https://") else {})
    for path in _FOR_EVER:
        yield path, {"Cache-Control": FOR_EVER}
    yield "/feeds.opml", {"Content-Type": "text/x-opml; charset=utf-8"} | OPEN
    for _, prefix in site.languages:
        yield prefix + addresses.HOME, _policy(addresses.HOME)
        yield f"{prefix}{addresses.FEEDS}all.json", {"Content-Type": "application/feed+json"}
        for section in _SECTIONS:
            more = OPEN if section in _SHARED else {}
            caching = {"Cache-Control": BRIEFLY} if section == addresses.FEEDS else {}
            yield f"{prefix}{section}*", _policy(section) | more | caching
    for slug, header in site.page_headers.items():
        yield f"{page_address(site, slug, header)}*", _policy(addresses.standing(slug))


def _policy(address: str) -> dict[str, str]:
    return {"Content-Security-Policy": policy(address)}
