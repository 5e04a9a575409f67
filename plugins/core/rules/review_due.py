"""A fact-check whose `review_by` has passed waits for an editor."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Compare `review_by` with the build's clock."""
    publication = review.publication
    for factcheck in publication.factchecks.values():
        due = factcheck.brief.review_by
        if due and due < publication.today and factcheck.standing in {"public", "unlisted"}:
            yield Finding(Spot(factcheck.path, ("review_by",)), "review-due", f"This was to be reviewed by {due}; the page says so.",
                          "review it, then move the date")  # fmt: skip
