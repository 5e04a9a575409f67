"""A link within the site leads to a page of it, an anchor to something on the page."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from plugins.core import addresses
from plugins.core.parse.prose import Prose
from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.resolve import dates
from plugins.core.resolve.holdings import Holding
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.core.resolve.references import is_local
from plugins.core.rules.review import Review
from plugins.core.rules.spots import pointer_of

_RENAMED = "correct the address; if the file was renamed, put the old name under `slug_history:` there"
_PICTURE = "show the picture with ![…](images/…); a published picture has another name"


def check(review: Review) -> Iterator[Finding]:
    """Check every link of copy that does not leave the site; a former address leads on."""
    publication = review.publication
    known = {one.address: one for one in reversed(review.holdings) if one.answers}
    waiting = {one.address: one for one in review.holdings if not one.answers and one.path and not one.pointer}
    site = _Site(known, waiting, _ids(review))
    held = {one.path: one for one in publication.pending.values() if one.standing == "held"}
    for draft in review.drafts:
        then = _when_due(held[draft.path], site, publication) if draft.path in held else site
        for field, prose in {"body": draft.body, **draft.inline}.items():
            yield from _dead(draft.path, field, prose, then)
    for page in publication.copy.pages:
        yield from _dead(page.path, "body", page.body, site)


class _Site(NamedTuple):
    """What links can lead to: pages that are there, pages that wait, and the ids on the page of a file."""

    known: dict[str, Holding]
    waiting: dict[str, Holding]
    ids: Callable[[str], frozenset[str]]


def _ids(review: Review) -> Callable[[str], frozenset[str]]:
    """Give a way to the ids on the page that a file makes, where copy can know them; few are ever asked for."""
    publication = review.publication
    checks = {brief.path: brief for brief in publication.copy.briefs}
    pages = {page.path: page for page in publication.copy.pages}

    def ids(path: str) -> frozenset[str]:
        if path in checks:
            return review.shelf.whole(checks[path]).all_ids()
        return frozenset(pages[path].body.ids) if path in pages else frozenset()

    return ids


def _when_due(factcheck: FactCheck, site: _Site, publication: Publication) -> _Site:
    """Add what will be there when a held fact-check falls due itself."""
    due = {
        one.path
        for one in publication.pending.values()
        if one.standing == "held" and not dates.later(one.published, factcheck.published)
    }
    then = {address: one for address, one in site.waiting.items() if one.path in due}
    return site._replace(known=site.known | then)


def _dead(path: str, field: str, prose: Prose, site: _Site) -> Iterator[Finding]:
    known, waiting, ids = site
    for link in prose.links:
        if not link.href or not is_local(link.href):
            continue
        address, _, anchor = link.href.partition("#")
        spot = Spot(path, pointer_of(field), link.offset)
        page = addresses.page_beside(address.partition("?")[0])
        if address and not address.startswith("/"):
            yield Finding(spot, "dead-link", f"`{address}` is neither a web address nor an address of this site.",
                          "write https://…, or the address from the root, such as /method/")  # fmt: skip
        elif page in waiting and page not in known:
            yield Finding(spot, "dead-link", f"{page} is not published: {waiting[page].path} is a draft or not yet due.",
                          "publish it too, or take the link out")  # fmt: skip
        elif page and page not in known:
            yield Finding(spot, "dead-link", f"There is no page {page} on this site.", _way_out(page, known))
        else:
            there = (ids(_holder(known[page])) if page else ids(path)) if anchor else frozenset()
            if anchor and anchor not in there and (there or not page):
                yield Finding(spot, "dead-link", f"Nothing on {page or 'this page'} has the anchor #{anchor}.",
                              did_you_mean(anchor, there, "correct the anchor"))  # fmt: skip


def _way_out(page: str, known: dict[str, Holding]) -> str:
    if page.startswith("/images/"):
        return _PICTURE
    way_out = _RENAMED if page.startswith(addresses.CHECKS) else "correct the address"
    return did_you_mean(page, known, way_out)


def _holder(one: Holding) -> str:
    """Name the file whose page stands at an address: a redirect and the list of a topic have no ids of copy."""
    return "" if one.former else one.path
