"""Every source that a fact-check names has a record."""

import re
from collections.abc import Iterable, Iterator

from plugins.core.model.factcheck import Header
from plugins.core.problems import TYPO, Finding, Spot, did_you_mean
from plugins.core.resolve.publication import Publication

_DIGITS = re.compile(r"[0-9]+")
Pointer = tuple[str | int, ...]


def check(publication: Publication) -> Iterator[Finding]:
    """Look up each declaration; the marks that stand for it are not reported again."""
    known = publication.sources
    if "sources" in publication.copy.unread:
        return
    for draft in publication.copy.drafts:
        for source_id, pointer in named(draft.header):
            if source_id not in known:
                yield Finding(
                    Spot(draft.path, pointer), "unknown-source-id", f"There is no source `{source_id}` in sources/.",
                    way_out(source_id, known),
                )  # fmt: skip

        for picture in draft.body.pictures:
            if picture.src.startswith("source:") and (source_id := picture.src.removeprefix("source:")) not in known:
                yield Finding(Spot(draft.path, ("body",), picture.offset), "unknown-source-id",
                              f"There is no source `{source_id}` for this card.", way_out(source_id, known))  # fmt: skip


def way_out(source_id: str, known: Iterable[str]) -> str:
    """Say what to do; guess another id only for a slip of the pen: other digits are other evidence."""
    digits = _DIGITS.findall(source_id)
    alike = [other for other in known if _DIGITS.findall(other) == digits]
    record = f"write its record: `{source_id}:` with title, publisher, url, accessed, kind, or correct the id"
    return did_you_mean(source_id, alike, record, TYPO)


def named(header: Header) -> Iterator[tuple[str, Pointer]]:
    """Give each source id of a header with the field that names it."""
    for number, use in header.uses().items():
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
