"""A claim of somebody unnamed stands somewhere: else it is nobody's, and no ClaimReview can be made of it."""

from collections.abc import Iterator

from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Demand a place of every claim whose claimant is anonymous."""
    for index, claim in enumerate(draft.header.claims):
        if claim.claimant.anonymous and not claim.claimant.name and not claim.where:
            yield Finding(
                Spot(draft.path, ("claims", index)), "untraced-claim",
                f"The claim `{claim.id}` names neither who made it nor where it stood; it gets no ClaimReview.",
                "write `where:` with the source or the address of one place where it stood",
            )  # fmt: skip
