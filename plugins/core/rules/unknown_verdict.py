"""Verdicts come from the publication's own scale."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.resolve.publication import Publication


def check(publication: Publication) -> Iterator[Finding]:
    """Look up each claim's verdict, and those that corrections say it was before."""
    scale = {verdict.id: verdict for verdict in publication.masthead.verdicts}
    known = ", ".join(scale)
    for draft in publication.copy.drafts:
        claims = [claim.id for claim in draft.header.claims]
        for index, claim in enumerate(draft.header.claims):
            if claim.verdict not in scale:
                yield Finding(Spot(draft.path, ("claims", index, "verdict")), "unknown-verdict", f"`{claim.verdict}` is not in the scale.",
                              did_you_mean(claim.verdict, scale, f"the scale is {known}"))  # fmt: skip
        for index, correction in enumerate(draft.header.corrections):
            for claim_id, verdict in correction.verdict_was.items():
                spot = Spot(draft.path, ("corrections", index, "verdict_was", claim_id))
                if claim_id not in claims:
                    yield Finding(
                        spot,
                        "unknown-verdict",
                        f"There is no claim `{claim_id}` here.",
                        did_you_mean(claim_id, claims, "correct the id"),
                    )
                if verdict not in scale:
                    yield Finding(
                        spot,
                        "unknown-verdict",
                        f"`{verdict}` is not in the scale.",
                        did_you_mean(verdict, scale, f"the scale is {known}"),
                    )
