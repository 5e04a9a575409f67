"""The index of topics: its view."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.press.site import Site
from plugins.topics.below import below
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
        tuple(_rows(site)),
    )


def _rows(site: Site) -> Iterator[TopicRow]:
    narrower = below(site)
    rest = [(0, one) for one in reversed(narrower.get(None, ()))]
    while rest:
        depth, topic_id = rest.pop()
        yield _row(site, topic_id, depth)
        rest += [(depth + 1, one) for one in reversed(narrower.get(topic_id, ()))]


def _row(site: Site, topic_id: str, depth: int) -> TopicRow:
    topic = site.topics[topic_id]
    return TopicRow(
        href=site.at(addresses.topic(topic_id)),
        title=topic.title_in(site.lang),
        summary=site.worded(topic.summary),
        count=len(site.members(topic_id)),
        closed=topic.status == "closed",
        depth=depth,
    )
