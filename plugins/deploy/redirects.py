"""Former addresses as the programs read them that serve the site: Netlify and Cloudflare Pages, nginx, Caddy."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.views.moved import moved_checks, moved_topics

CLOUDFLARE = 2000
"""How many rules without wildcards Cloudflare Pages reads; it skips the rest."""
_PLAIN = re.compile(r"/[\w./~@+,=-]*")
"""Addresses in which no character has a meaning of its own to any of these programs."""

_FEED = (addresses.FEED_USUAL, addresses.FEED_SHORT)

Rule = tuple[str, str]
"""From where to where, without the base's path."""


def rules(publication: Publication) -> list[Rule]:
    """Give every rule once: where programs look for feeds, then former ids of topics, then fact-checks, newest first.

    An address is answered with and without its final slash. One with characters that mean something to a server is left
    to the page that leads on from there.
    """
    found: dict[str, str] = {}
    for former, present in _moved(publication):
        for one in dict.fromkeys((former, addresses.former(former), former.rstrip("/"))):
            if _PLAIN.fullmatch(one) and one != present:
                found.setdefault(one, present)
    return list(found.items())


def _moved(publication: Publication) -> Iterator[Rule]:
    for prefix in publication.prefixes().values():
        yield from ((prefix + one, prefix + addresses.FEED_ALL) for one in _FEED)
    for moved in moved_topics(publication):
        yield moved.former, moved.present
    for moved in moved_checks(publication):
        yield moved.former, moved.present


def netlify(rules: Sequence[Rule]) -> Iterator[str]:
    """Write `_redirects`, for Netlify and Cloudflare Pages.

    A page that leads on stands at most of these addresses. Netlify looks at a rule only if it is forced (`301!`);
    Cloudflare does not know forced rules, skips them, but counts them.
    """
    for number, (former, present) in enumerate(rules):
        line = f"{quote(former)} {quote(present)} 301"
        yield f"{line}!"
        if number < CLOUDFLARE // 2:
            yield line


def nginx(rules: Sequence[Rule]) -> Iterator[str]:
    """Write what nginx includes into a `map` of `$uri`."""
    return (f'"{former}" "{quote(present)}";' for former, present in rules)


def caddy(rules: Sequence[Rule]) -> Iterator[str]:
    """Write what Caddy imports into a site."""
    return (f"redir {former} {quote(present)} 301" for former, present in rules)
