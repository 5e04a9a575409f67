"""Topics named by a fact-check, or as a parent, have a file."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Look each topic up."""
    publication = review.publication
    known = publication.topics
    if "topics" in publication.copy.unread:
        return
    for draft in review.drafts:
        for place, topic_id in enumerate(draft.header.topics):
            if topic_id not in known:
                yield _finding(draft.path, ("topics", place), topic_id, known)
    for path, _, topic in publication.copy.topics:
        if topic.parent and topic.parent not in known:
            yield _finding(path, ("parent",), topic.parent, known)


def _finding(path: str, pointer: tuple[str | int, ...], topic_id: str, known: dict[str, object] | object) -> Finding:
    names = list(known) if isinstance(known, dict) else []
    return Finding(Spot(path, pointer), "unknown-topic", f"There is no topic `{topic_id}`.",
                   did_you_mean(topic_id, names, f"write topics/{topic_id}.yaml, or correct the id"))  # fmt: skip
