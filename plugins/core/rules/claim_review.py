"""A claim is told without a rating, and somebody else made it: otherwise no ClaimReview can be made of it."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.resolve.claims import is_our_own, rating_in, verdict_labels
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Find claims of the publication's own, and verdicts' labels set apart in the text of a claim."""
    masthead = review.publication.masthead
    labels = verdict_labels(masthead)
    for draft in review.drafts:
        for index, claim in enumerate(draft.header.claims):
            if is_our_own(claim, masthead):
                yield Finding(
                    Spot(draft.path, ("claims", index, "claimant")), "claim-review",
                    f"The claim `{claim.id}` is our own: its claimant is this publication.",
                    "name who else said it; what we said ourselves is put right by a correction",
                )  # fmt: skip
            rating = rating_in(claim, labels)
            if rating:
                yield Finding(
                    Spot(draft.path, ("claims", index, "text")), "claim-review",
                    f"The text of the claim `{claim.id}` holds a rating: “{rating}”.",
                    "write what was claimed, and leave the rating to `verdict:`",
                )  # fmt: skip
