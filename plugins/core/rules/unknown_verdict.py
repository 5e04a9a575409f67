"""Verdicts come from the publication's own scale."""

from collections.abc import Iterator

from plugins.core.problems import TYPO, Finding, Spot, did_you_mean
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Look up each claim's verdict, and those that corrections say it was before."""
    publication = review.publication
    if publication.copy.masthead is None:
        return
    scale = [verdict.id for verdict in publication.masthead.verdicts]
    for draft in review.drafts:
        claims = [claim.id for claim in draft.header.claims]
        for index, claim in enumerate(draft.header.claims):
            yield from _unknown(Spot(draft.path, ("claims", index, "verdict")), claim.verdict, scale)
        for index, correction in enumerate(draft.header.corrections):
            for claim_id, verdict in correction.verdict_was.items():
                spot = Spot(draft.path, ("corrections", index, "verdict_was", claim_id))
                if claim_id not in claims:
                    fix = did_you_mean(
                        claim_id, claims, f"write one of {', '.join(claims)}" if claims else "take it out"
                    )
                    yield Finding(spot, "unknown-verdict", f"There is no claim `{claim_id}` here.", fix)
                yield from _unknown(spot, verdict, scale)


def _unknown(spot: Spot, verdict: str, scale: list[str]) -> Iterator[Finding]:
    """Look one verdict up; one that is missing altogether has been noted as such."""
    if verdict and verdict not in scale:
        known = (
            f"write one of {', '.join(scale)}" if scale else "declare the scale under `verdicts:` in publication.yaml"
        )
        fix = did_you_mean(verdict, scale, known, TYPO)
        yield Finding(spot, "unknown-verdict", f"`{verdict}` is not in the scale.", fix)
