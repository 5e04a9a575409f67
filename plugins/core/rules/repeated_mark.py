"""A number stands once in a group of marks."""

from collections.abc import Iterator

from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot
from plugins.core.rules.spots import pointer_of


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Find the second of two; the page shows it once."""
    for field, prose in {"body": draft.body, **draft.inline}.items():
        for group in prose.groups:
            seen: set[int] = set()
            for mark in group:
                for item in mark.items:
                    if item.number in seen:
                        yield Finding(
                            Spot(draft.path, pointer_of(field), mark.offset), "repeated-mark",
                            f"[{item.number}] stands twice in this group; it is shown once.", "remove one of the two",
                        )  # fmt: skip
                    seen.add(item.number)
