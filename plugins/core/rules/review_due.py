"""A fact-check whose `review_by` has passed waits for an editor."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.resolve.publication import Publication


def check(publication: Publication) -> Iterator[Finding]:
    """Compare `review_by` with the build's clock."""
    for factcheck in publication.factchecks.values():
        due = factcheck.header.review_by
        if due and due < publication.today and factcheck.standing in {"public", "unlisted"}:
            yield Finding(Spot(factcheck.path, ("review_by",)), "review-due", f"This was to be reviewed by {due}; the page says so.",
                          "review it, then move the date")  # fmt: skip
