"""Which fact-checks stand on which topic: by rule, by hand, and through children."""

from collections.abc import Iterable, Mapping

from plugins.core.model.factcheck import Header
from plugins.core.model.topic import Select, Topic


def topics_of(header: Header, day: str, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """Give the topics of a fact-check, those named by hand first; parents are not added."""
    by_hand = [topic for topic in dict.fromkeys(header.topics) if topic in topics]
    tags = frozenset(header.tags)
    by_rule = [
        topic_id
        for topic_id, topic in topics.items()
        if topic.select and topic_id not in by_hand and selects(topic.select, tags, day)
    ]
    return (*by_hand, *by_rule)


def selects(select: Select, tags: frozenset[str], day: str) -> bool:
    """Tell whether a rule takes a fact-check with these tags and this day; an empty rule takes none."""
    if not (select.all or select.any) or tags & set(select.exclude):
        return False
    if not tags.issuperset(select.all) or (select.any and not tags & set(select.any)):
        return False
    return (select.from_ or "") <= day <= (select.to or "9999")


def with_ancestors(topic_ids: Iterable[str], topics: Mapping[str, Topic]) -> list[str]:
    """Add the parents, and theirs; a cycle ends where it began."""
    found: dict[str, None] = {}
    for topic_id in topic_ids:
        current: str | None = topic_id
        while current is not None and current in topics and current not in found:
            found[current] = None
            current = topics[current].parent
    return list(found)
