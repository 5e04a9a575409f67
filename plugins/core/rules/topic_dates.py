"""The days within which a topic selects have a beginning before their end."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Compare `from` with `to`: the other way round nothing is ever selected."""
    publication = review.publication
    for path, topic_id, topic in publication.copy.topics:
        select = topic.select
        if select and select.from_ and select.to and select.from_ > select.to:
            yield Finding(
                Spot(path, ("select", "from")), "topic-dates",
                f"The topic `{topic_id}` selects from {select.from_} to {select.to}, which holds no day.",
                "exchange the two, or correct one",
            )  # fmt: skip
