"""The ledger is whole: what was entered once has its line, and what hangs on the whole publication is there."""

from collections import defaultdict
from collections.abc import Iterator

from plugins.core.model.ledger import FOLDER, MASTHEAD
from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review

_NAMED = 5
"""So many of the lines that a year lacks are named."""
_NAME = len(f"{FOLDER}/2026/")
"""Where the id begins in the path of a last text."""


def check(review: Review) -> Iterator[Finding]:
    """Look for last texts without a line, and for the file of the whole publication."""
    copy = review.publication.copy
    if FOLDER in copy.unread:
        return
    known = review.publication.ledger
    lost = defaultdict[str, list[str]](list)
    for path in sorted(path for path in copy.last_texts if path[_NAME:-3] not in known):
        lost[path[: _NAME - 1]].append(path[_NAME:-3])
    for year, ids in lost.items():
        yield _lost(f"{copy.folder}/{year}", ids)
    if copy.ledger and copy.entered is None:
        yield Finding(
            Spot(f"{copy.folder}/{MASTHEAD}", ("",)), "bad-ledger",
            "The ledger has lines, and the file that goes with them is gone: it keeps the tag authority and the scale.",
            "put the file back as git has it",
        )  # fmt: skip


def _lost(year: str, ids: list[str]) -> Finding:
    named = ", ".join(f"`{one}`" for one in ids[:_NAMED])
    more = f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else ""
    return Finding(
        Spot(f"{year}.jsonl", (ids[0],)), "bad-ledger",
        f"The ledger has a last text and no line of {named}{more}: what readers were shown is forgotten.",
        f"put the line back as git has it; if nothing of that name was ever published, take its text out of {year}/",
    )  # fmt: skip
