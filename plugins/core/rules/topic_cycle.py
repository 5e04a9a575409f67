"""No topic is its own ancestor."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Follow the parents of each topic."""
    publication = review.publication
    for path, topic_id, topic in publication.copy.topics:
        seen, parent = {topic_id}, topic.parent
        while parent in publication.topics and parent not in seen:
            seen.add(parent)
            parent = publication.topics[parent].parent
        if parent == topic_id:
            yield Finding(
                Spot(path, ("parent",)),
                "topic-cycle",
                f"`{topic_id}` is its own ancestor.",
                "give the topmost topic no parent",
            )
