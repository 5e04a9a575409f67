"""All that a draft points to, each as `kind name`: when everything is known, no rule has to look closer.

The rules decide; this only tells which drafts they need not see. What hangs on more than the existence of what is
pointed to is the reference `CLOSER`, which nothing ever answers.
"""

from collections.abc import Callable, Iterator

from plugins.core.model.factcheck import Header
from plugins.core.parse.nouns import Draft
from plugins.core.parse.prose import Prose
from plugins.core.problems import Pointer
from plugins.core.resolve.sureness import surely_in_order

CLOSER = "look closer"
QUOTE = "quote "
"""How the reference to a quote begins; its source and its own id follow."""
CARD = "source:"
"""How the address of a picture begins that stands for the card of a source."""


def references(draft: Draft, ids: Callable[[], frozenset[str]]) -> list[str]:
    """Give each once; `ids` gives those on the page of the fact-check itself."""
    found = [*_of_header(draft.header), *_of_body(draft.body)]
    for prose in (draft.body, *draft.inline.values()):
        found += _quotes(prose, draft.header)
        found += (_link(link.href, ids) for link in prose.links if link.href and is_local(link.href))
    return list(dict.fromkeys(one if len(one.splitlines()) == 1 else CLOSER for one in found if one))


def quotes_of(references: str) -> list[str]:
    """Give those of a draft's references, a line each, that are quotes."""
    return [line for line in references.split("\n") if line.startswith(QUOTE)]


def named_sources(header: Header) -> Iterator[tuple[str, Pointer]]:
    """Give each source id of a header with the field that names it."""
    for number, use in header.uses.items():
        yield use.source, ("sources", str(number))
    for place, source_id in enumerate(header.also_consulted):
        yield source_id, ("also_consulted", place)
    for index, claim in enumerate(header.claims):
        for place, where in enumerate(claim.where):
            if ":" not in where:
                yield where, ("claims", index, "where", place)
    for index, gap in enumerate(header.not_found):
        for place, searched in enumerate(gap.searched):
            if not searched.isdigit():
                yield searched, ("not_found", index, "searched", place)


def named_factchecks(header: Header) -> Iterator[tuple[str, Pointer]]:
    """Give each other fact-check that a header names, with the field that names it."""
    replaced_by = header.withdrawn.replaced_by if header.withdrawn else None
    for pointer, other in (
        (("translation_of",), header.translation_of),
        (("superseded_by",), header.superseded_by),
        (("withdrawn", "replaced_by"), replaced_by),
    ):
        if other is not None:
            yield other, pointer


def is_local(href: str) -> bool:
    """Tell whether a link stays on the site; what is no address at all has been noted by the parser."""
    if href.startswith("//") or "\\" in href:
        return False
    return ":" not in href.partition("/")[0].partition("#")[0]


def _of_header(header: Header) -> Iterator[str]:
    yield from (f"source {source_id}" for source_id, _ in named_sources(header))
    yield from (f"topic {topic_id}" for topic_id in header.topics)
    yield from (f"person {person}" for person in (*header.authors, *header.edited_by))
    were = [was for correction in header.corrections for was in correction.verdict_was.items()]
    verdicts = [*(claim.verdict for claim in header.claims), *(verdict for _, verdict in were)]
    yield from (f"verdict {verdict}" for verdict in verdicts if verdict)
    yield from (f"check {other}" if other != header.id else CLOSER for other, _ in named_factchecks(header))
    if header.image:
        yield f"picture {header.image.file}"
    searched = any(gap.terms for gap in header.not_found)
    if header.translated or searched or not {one for one, _ in were} <= {claim.id for claim in header.claims}:
        yield CLOSER
    if not surely_in_order(header):
        yield CLOSER


def _of_body(body: Prose) -> Iterator[str]:
    for picture in body.pictures:
        name = picture.src.removeprefix(CARD)
        yield f"picture {name}" if name == picture.src else f"source {name}"


def _quotes(prose: Prose, header: Header) -> Iterator[str]:
    uses = header.uses
    for item in (item for group in prose.groups for mark in group for item in mark.items):
        if item.quote and item.number in uses:
            yield f"{QUOTE}{uses[item.number].source} {item.quote}"


def _link(href: str, ids: Callable[[], frozenset[str]]) -> str:
    address, _, anchor = href.partition("#")
    if not address:
        return "" if not anchor or anchor in ids() else CLOSER
    return CLOSER if anchor or not address.startswith("/") else f"page {address.partition('?')[0]}"
