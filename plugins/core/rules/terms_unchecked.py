"""Terms that cannot be searched because a source has no snapshot that can be read."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review
from plugins.core.rules.terms import searched_snapshots


def check(review: Review) -> Iterator[Finding]:
    """Name the sources searched without a snapshot, once for each gap that has terms."""
    for draft in review.drafts:
        for index, gap in enumerate(draft.header.not_found):
            missing = [source_id for source_id, text in searched_snapshots(draft.header, gap, review) if text is None]
            if gap.terms and missing:
                yield Finding(
                    Spot(draft.path, ("not_found", index, "terms")), "terms-unchecked",
                    f"Cannot check these terms: no snapshot of {', '.join(f'`{name}`' for name in missing)}.", "store a snapshot of each",
                )  # fmt: skip
