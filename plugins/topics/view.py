"""The topic index and topic pages: their views."""

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.press.words import DateView
from plugins.views import weave
from plugins.views.cards import Card, VerdictView, card, topic_link, verdict_views
from plugins.views.frame import Frame, Link, alone, frame, topic_feed_link
from plugins.views.paging import Paging, cut
from plugins.views.searched import Searched, searched_topic
from plugins.views.source_entries import labels


class Finding(Struct, frozen=True):
    """A line of “what we know”: the bottom line of a fact-check."""

    href: str
    question: str
    answer: str
    as_of: DateView | None
    verdicts: tuple[VerdictView, ...]


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


class TopicView(Struct, frozen=True):
    """All that a page of a topic shows."""

    frame: Frame
    title: str
    summary: str
    closed: bool
    parents: tuple[Link, ...]
    children: tuple[Link, ...]
    feed: str
    known: tuple[Finding, ...]
    cards: tuple[Card, ...]
    total: int
    paging: Paging
    searched: Searched | None


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


def topic_view(site: Site, topic_id: str, page: int) -> TopicView:
    """Show a page of a topic, with what we know from the fact-checks on it."""
    topic, members = site.topic(topic_id), site.members(topic_id)
    title = topic.title_in(site.lang)
    feed = topic_feed_link(site, topic_id)
    heading = title if page == 1 else site.say("{title}, page {page}", title=title, page=page)
    shown, paging = cut(site, members, page, lambda number: addresses.topic(topic_id, number))
    address = addresses.topic(topic_id, page)
    return TopicView(
        frame=frame(
            site,
            address,
            heading,
            site.worded(topic.summary),
            feeds=(feed,),
            section=addresses.TOPICS,
            translations=None if page == 1 else alone(site, address),
        ),
        title=heading,
        summary=site.worded(topic.summary),
        closed=topic.status == "closed",
        parents=_parents(site, topic_id),
        children=tuple(topic_link(site, one) for one, child in site.topics.items() if child.parent == topic_id),
        feed=site.at(addresses.topic_feed(topic_id)),
        known=tuple(finding for one in shown if (finding := _finding(site, site.known_check(one)))),
        cards=tuple(card(site, one) for one in shown),
        total=len(members),
        paging=paging,
        searched=searched_topic(topic_id) if members and page == 1 else None,
    )


def _finding(site: Site, check: FactCheck) -> Finding | None:
    """Show what a fact-check found; nothing for one without a bottom line, or that a newer one replaces."""
    whole = site.whole(check)
    if not whole.header.bottom_line or whole.header.superseded_by:
        return None
    return Finding(
        href=site.here(check.address),
        question=check.title,
        answer=weave.elsewhere(whole.texts["bottom_line"], check.address, labels(site, whole), site),
        as_of=site.date(check.day),
        verdicts=verdict_views(site, check),
    )


def _parents(site: Site, topic_id: str) -> tuple[Link, ...]:
    topics = site.topics
    links: list[Link] = []
    parent = topics[topic_id].parent
    while parent in topics and len(links) < len(topics):
        links.insert(0, topic_link(site, parent))
        parent = topics[parent].parent
    return tuple(links)
