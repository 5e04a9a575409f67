"""A name that `publishers.yaml` does not know: a new publisher, or a slip of the pen."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Look up `publisher` and `origin` of every source."""
    publication = review.publication
    known = publication.publisher_of
    if "publishers" in publication.copy.unread:
        return
    for path, source_id, source in publication.copy.sources:
        for field, name in (("publisher", source.publisher), ("origin", source.origin)):
            if name and name not in known:
                yield Finding(
                    Spot(path, (source_id, field)), "new-publisher", f"publishers.yaml does not know “{name}”.",
                    did_you_mean(name, known, "add it there: independence is counted by publisher and agency"),
                )  # fmt: skip
