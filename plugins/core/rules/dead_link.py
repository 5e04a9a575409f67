"""A link within the site leads to a page of it, an anchor to something on the page."""

from collections.abc import Iterator

from plugins.core import addresses, anchors
from plugins.core.parse.prose import Prose
from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.core.rules.spots import pointer_of


def check(publication: Publication) -> Iterator[Finding]:
    """Check every link of copy that does not leave the site."""
    known = _known(publication)
    for factcheck in publication.everything():
        own = _ids(factcheck)
        for field, prose in {"body": factcheck.draft.body, **factcheck.draft.inline}.items():
            yield from _dead(factcheck.path, field, prose, own, known)
    for page in publication.copy.pages:
        yield from _dead(page.path, "body", page.body, frozenset(page.body.ids), known)


def _dead(
    path: str, field: str, prose: Prose, own: frozenset[str], known: dict[str, frozenset[str]]
) -> Iterator[Finding]:
    for link in prose.links:
        if not link.href or not _is_local(link.href):
            continue
        address, _, anchor = link.href.partition("#")
        spot = Spot(path, pointer_of(field), link.offset)
        if address and not address.startswith("/"):
            yield Finding(spot, "dead-link", f"`{address}` is neither a web address nor an address of this site.",
                          "write https://…, or the address from the root, such as /method/")  # fmt: skip
            continue
        page = address.partition("?")[0]
        if page and page not in known and not page.startswith("/images/"):
            yield Finding(
                spot,
                "dead-link",
                f"There is no page {page} on this site.",
                did_you_mean(page, known, "correct the address"),
            )
            continue
        there = known.get(page, own)
        if anchor and anchor not in there and (there or not page):
            yield Finding(spot, "dead-link", f"Nothing on {page or 'this page'} has the anchor #{anchor}.",
                          did_you_mean(anchor, there, "correct the anchor"))  # fmt: skip


def _is_local(href: str) -> bool:
    """Tell whether a link stays on the site; what is no address at all has been noted by the parser."""
    if href.startswith("//") or "\\" in href:
        return False
    return ":" not in href.partition("/")[0].partition("#")[0]


def _known(publication: Publication) -> dict[str, frozenset[str]]:
    """Give every address of the site, with its anchors where copy can know them."""
    none: frozenset[str] = frozenset()
    fixed = (
        addresses.HOME,
        addresses.CHECKS,
        addresses.TOPICS,
        addresses.SOURCES,
        addresses.CORRECTIONS,
        addresses.FEED_ALL,
        addresses.FEED_CORRECTIONS,
    )
    known = dict.fromkeys(fixed, none)
    known |= {addresses.factcheck(check.slug): _ids(check) for check in publication.factchecks.values()}
    known |= {addresses.topic(topic): none for topic in publication.topics}
    known |= {addresses.topic_feed(topic): none for topic in publication.topics}
    known |= {addresses.source(source): none for source, users in publication.uses.items() if len(users) > 1}
    known |= {addresses.standing(page.slug): frozenset(page.body.ids) for page in publication.copy.pages}
    return known


def _ids(factcheck: FactCheck) -> frozenset[str]:
    header = factcheck.header
    return frozenset(
        {
            *factcheck.draft.body.ids,
            *anchors.PAGE_IDS,
            *(anchors.source(cited.id) for cited in factcheck.sources),
            *(anchors.claim(claim.id) for claim in header.claims),
            *(anchors.correction(correction.id) for correction in header.corrections),
        }
    )
