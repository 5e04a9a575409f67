"""The index of topics: its view."""

from msgspec import Struct

from plugins.core import addresses
from plugins.press.site import Site
from plugins.views.frame import Frame, frame


class TopicRow(Struct, frozen=True):
    """A topic in the index; `depth` is 0 for one without parent."""

    href: str
    title: str
    summary: str
    count: int
    closed: bool
    depth: int


class IndexView(Struct, frozen=True):
    """All that the topic index shows."""

    frame: Frame
    rows: tuple[TopicRow, ...]


def index_view(site: Site) -> IndexView:
    """Show all topics, children below their parents."""
    return IndexView(
        frame(
            site,
            addresses.TOPICS,
            site.say("Topics"),
            site.say("The subjects that {publication} follows.", publication=site.masthead.name),
        ),
        tuple(_rows(site, None, 0, frozenset())),
    )


def _rows(site: Site, parent: str | None, depth: int, above: frozenset[str]) -> list[TopicRow]:
    rows: list[TopicRow] = []
    lang = site.lang
    for topic_id, topic in sorted(site.topics.items(), key=lambda item: item[1].title_in(lang)):
        if topic.parent != parent or topic_id in above:
            continue
        href = site.at(addresses.topic(topic_id))
        count = len(site.members(topic_id))
        rows.append(
            TopicRow(href, topic.title_in(lang), site.worded(topic.summary), count, topic.status == "closed", depth)
        )
        rows += _rows(site, topic_id, depth + 1, above | {topic_id})
    return rows
