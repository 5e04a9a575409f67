"""Corrections stand newest first."""

from collections.abc import Iterator
from itertools import pairwise

from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Find a correction below an older one."""
    for index, (above, below) in enumerate(pairwise(draft.header.corrections), start=1):
        if below.date[:10] > above.date[:10]:
            yield Finding(Spot(draft.path, ("corrections", index, "date")), "correction-order",
                          f"The correction `{below.id}` is newer than `{above.id}` above it.", "put the newest first")  # fmt: skip
