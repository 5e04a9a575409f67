"""A claim is somebody's: named, or said to be anonymous."""

from collections.abc import Iterator

from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Demand `name` or `anonymous`, not both."""
    for index, claim in enumerate(draft.header.claims):
        if bool(claim.claimant.name) == bool(claim.claimant.anonymous):
            yield Finding(
                Spot(draft.path, ("claims", index)), "claimant", f"The claim `{claim.id}` needs one claimant.",
                "write `claimant: {name: …}`, or `claimant: {anonymous: viral post}`",
            )  # fmt: skip
