"""Which fact-checks stand on which topic: by rule, by hand, and through children."""

from collections.abc import Iterable, Mapping

from plugins.core.model.topic import Select, Topic


class Selecting:
    """The topics of a publication, and those among them that select by rule."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        """Find the rules once, for they are tried on every fact-check."""
        self.topics = topics
        self.rules = {topic_id: topic.select for topic_id, topic in topics.items() if topic.select}


def topics_of(by_hand: Iterable[str], tags: Iterable[str], day: str, among: Selecting) -> tuple[str, ...]:
    """Give the topics of a fact-check, those named by hand first; parents are not added."""
    named = tuple(topic for topic in dict.fromkeys(by_hand) if topic in among.topics)
    if not tags or not among.rules:
        return named
    tagged = frozenset(tags)
    by_rule = (topic for topic, rule in among.rules.items() if topic not in named and selects(rule, tagged, day))
    return (*named, *by_rule)


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
