"""Every source that a fact-check names has a record."""

import re
from collections.abc import Iterable, Iterator

from plugins.core.problems import TYPO, Finding, Spot, did_you_mean
from plugins.core.resolve.references import CARD, named_sources
from plugins.core.rules.review import Review

_DIGITS = re.compile(r"[0-9]+")


def check(review: Review) -> Iterator[Finding]:
    """Look up each declaration; the marks that stand for it are not reported again."""
    publication = review.publication
    known = publication.sources
    if "sources" in publication.copy.unread:
        return
    for draft in review.drafts:
        for source_id, pointer in named_sources(draft.header):
            if source_id not in known:
                yield Finding(
                    Spot(draft.path, pointer), "unknown-source-id", f"There is no source `{source_id}` in sources/.",
                    way_out(source_id, known),
                )  # fmt: skip

        for picture in draft.body.pictures:
            if picture.src.startswith(CARD) and (source_id := picture.src.removeprefix(CARD)) not in known:
                yield Finding(Spot(draft.path, ("body",), picture.offset), "unknown-source-id",
                              f"There is no source `{source_id}` for this card.", way_out(source_id, known))  # fmt: skip


def way_out(source_id: str, known: Iterable[str]) -> str:
    """Say what to do; guess another id only for a slip of the pen: other digits are other evidence."""
    digits = _DIGITS.findall(source_id)
    alike = [other for other in known if _DIGITS.findall(other) == digits]
    record = f"write its record: `{source_id}:` with title, publisher, url, accessed, kind, or correct the id"
    return did_you_mean(source_id, alike, record, TYPO)
