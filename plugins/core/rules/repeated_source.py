"""One source has one number in a fact-check."""

from collections.abc import Iterator

from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Find a source under two numbers."""
    first: dict[str, int] = {}
    for number, use in draft.header.uses.items():
        if use.source in first:
            yield Finding(
                Spot(draft.path, ("sources", str(number))), "repeated-source",
                f"`{use.source}` is declared under {first[use.source]} and under {number}.",
                f"keep {first[use.source]} and use it for both marks",
            )  # fmt: skip
        first.setdefault(use.source, number)
