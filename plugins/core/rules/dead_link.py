"""A link within the site leads to a page of it, an anchor to something on the page."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.parse.prose import Prose
from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.resolve import dates
from plugins.core.resolve.holdings import Holding, holdings, ids_of
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.core.rules.spots import pointer_of

Known = dict[str, Holding]
_RENAMED = "correct the address; if the file was renamed, put the old name under `slug_history:` there"
_PICTURE = "show the picture with ![…](images/…); a published picture has another name"


def check(publication: Publication) -> Iterator[Finding]:
    """Check every link of copy that does not leave the site; a former address leads on."""
    every = list(holdings(publication))
    known = {one.address: one for one in reversed(every) if one.answers}
    waiting = {one.address: one for one in every if not one.answers and one.path and not one.pointer}
    for factcheck in publication.everything():
        own = ids_of(factcheck)
        then = known | _due_before(factcheck, waiting, publication) if factcheck.standing == "held" else known
        for field, prose in {"body": factcheck.draft.body, **factcheck.draft.inline}.items():
            yield from _dead(factcheck.path, field, prose, own, then, waiting)
    for page in publication.copy.pages:
        yield from _dead(page.path, "body", page.body, frozenset(page.body.ids), known, waiting)


def _due_before(factcheck: FactCheck, waiting: Known, publication: Publication) -> Known:
    """Give what will be there when a held fact-check falls due itself."""
    due = {
        one.path
        for one in publication.pending.values()
        if one.standing == "held" and not dates.later(one.published, factcheck.published)
    }
    return {address: one for address, one in waiting.items() if one.path in due}


def _dead(path: str, field: str, prose: Prose, own: frozenset[str], known: Known, waiting: Known) -> Iterator[Finding]:
    for link in prose.links:
        if not link.href or not _is_local(link.href):
            continue
        address, _, anchor = link.href.partition("#")
        spot = Spot(path, pointer_of(field), link.offset)
        page = address.partition("?")[0]
        if address and not address.startswith("/"):
            yield Finding(spot, "dead-link", f"`{address}` is neither a web address nor an address of this site.",
                          "write https://…, or the address from the root, such as /method/")  # fmt: skip
        elif page in waiting and page not in known:
            yield Finding(spot, "dead-link", f"{page} is not published: {waiting[page].path} is a draft or not yet due.",
                          "publish it too, or take the link out")  # fmt: skip
        elif page and page not in known:
            yield Finding(spot, "dead-link", f"There is no page {page} on this site.", _way_out(page, known))
        else:
            there = known[page].anchors if page else own
            if anchor and anchor not in there and (there or not page):
                yield Finding(spot, "dead-link", f"Nothing on {page or 'this page'} has the anchor #{anchor}.",
                              did_you_mean(anchor, there, "correct the anchor"))  # fmt: skip


def _way_out(page: str, known: Known) -> str:
    if page.startswith("/images/"):
        return _PICTURE
    way_out = _RENAMED if page.startswith(addresses.CHECKS) else "correct the address"
    return did_you_mean(page, known, way_out)


def _is_local(href: str) -> bool:
    """Tell whether a link stays on the site; what is no address at all has been noted by the parser."""
    if href.startswith("//") or "\\" in href:
        return False
    return ":" not in href.partition("/")[0].partition("#")[0]
