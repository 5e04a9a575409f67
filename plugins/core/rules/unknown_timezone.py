"""The publication's zone has to exist: a day alone means midnight there."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.resolve import dates
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Demand an IANA name."""
    publication = review.publication
    name = publication.masthead.timezone
    if dates.zone(name) is None:
        yield Finding(
            Spot(f"{publication.copy.folder}/publication.yaml", ("timezone",)), "unknown-timezone",
            f"There is no time zone `{name}`.", "write an IANA name such as America/Toronto",
        )  # fmt: skip
