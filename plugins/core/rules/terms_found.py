"""What a fact-check says the sources do not contain is not in their snapshots."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review
from plugins.core.rules.terms import searched_snapshots


def check(review: Review) -> Iterator[Finding]:
    """Search the terms of `not_found` in the snapshots of the sources searched."""
    for draft in review.drafts:
        for index, gap in enumerate(draft.header.not_found):
            for source_id, text in searched_snapshots(draft.header, gap, review):
                folded = " ".join((text or "").casefold().split())
                for place, term in enumerate(gap.terms):
                    if text is not None and " ".join(term.casefold().split()) in folded:
                        yield Finding(
                            Spot(draft.path, ("not_found", index, "terms", place)), "terms-found",
                            f"“{term}” stands in the snapshot of `{source_id}`.", "read it there; then correct the text or the term",
                        )  # fmt: skip
