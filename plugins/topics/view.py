"""The page of a topic: its view."""

from collections.abc import Sequence

from msgspec import Struct

from plugins.core import addresses
from plugins.press.site import Site
from plugins.press.words import DateView
from plugins.topics.below import below
from plugins.topics.relied import ReliedOn, last_change, relied_on
from plugins.topics.timeline import Timeline, timeline
from plugins.views import weave
from plugins.views.cards import Card, VerdictView, card, topic_link, verdict_views
from plugins.views.feed_links import topic_feeds
from plugins.views.filters import By, Filters, Fitting, filters
from plugins.views.frame import Frame, Link, frame, in_languages
from plugins.views.numbered import labels_in
from plugins.views.paging import Paging, cut, titled
from plugins.views.searched import Searched, searched_topic
from plugins.views.structured.pages import topic_blocks


class Finding(Struct, frozen=True):
    """A line of “what we know”: the bottom line of a fact-check."""

    href: str
    question: str
    answer: str
    as_of: DateView | None
    verdicts: tuple[VerdictView, ...]


class Child(Struct, frozen=True):
    """A narrower topic."""

    href: str
    title: str
    count: int
    closed: bool


class Item(Struct, frozen=True):
    """A fact-check in the list, and which choices of the filters it fits."""

    card: Card
    fits: Fitting


class TopicView(Struct, frozen=True):
    """All that a page of a topic shows; what tells of the whole topic stands on its first page."""

    frame: Frame
    title: str
    summary: str
    closed: bool
    changed: DateView | None
    """When one of its fact-checks was last published or changed."""
    parents: tuple[Link, ...]
    children: tuple[Child, ...]
    feed: str
    known: tuple[Finding, ...]
    timeline: Timeline | None
    relied: ReliedOn | None
    filters: Filters
    items: tuple[Item, ...]
    total: int
    paging: Paging
    searched: Searched | None


def topic_view(site: Site, topic_id: str, page: int) -> TopicView:
    """Show a page of a topic, with what we know from the fact-checks on it."""
    topic, members = site.topic(topic_id), site.members(topic_id)
    title = topic.title_in(site.lang)
    heading = titled(site, title, page)
    shown, paging = cut(site, members, page, lambda number: addresses.topic(topic_id, number))
    address = addresses.topic(topic_id, page)
    outlines = site.outlines(topic_id) if page == 1 else ()
    parents, cards = _parents(site, topic_id), tuple(card(site, one) for one in shown)
    sieve = _filters(site, cards)
    return TopicView(
        frame=frame(
            site,
            address,
            heading,
            site.worded(topic.summary),
            feeds=topic_feeds(site, topic_id),
            section=addresses.TOPICS,
            translations=in_languages(site, address, page),
            structured=topic_blocks(
                site,
                parents,
                Link(site.at(address), heading),
                site.worded(topic.summary),
                [Link(one.href, one.title) for one in cards],
            ),
        ),
        title=heading,
        summary=site.worded(topic.summary),
        closed=topic.status == "closed",
        changed=site.date(last_change(outlines)),
        parents=parents,
        children=_children(site, topic_id),
        feed=site.at(addresses.topic_feed(topic_id)),
        known=tuple(finding for one in shown if (finding := _finding(site, one))),
        timeline=timeline(site, (one.day for one in outlines)),
        relied=relied_on(site, outlines) if len(outlines) > 1 else None,
        filters=sieve,
        items=tuple(Item(one, fits) for one, fits in zip(cards, sieve.items, strict=True)),
        total=len(members),
        paging=paging,
        searched=searched_topic(topic_id) if members and page == 1 else None,
    )


def _children(site: Site, topic_id: str) -> tuple[Child, ...]:
    """Link narrower topics in the order of their titles."""
    links = ((one, topic_link(site, one)) for one in below(site).get(topic_id, ()))
    return tuple(
        Child(link.href, link.text, len(site.members(one)), site.topic(one).status == "closed") for one, link in links
    )


def _filters(site: Site, cards: Sequence[Card]) -> Filters:
    """Filter the fact-checks of a page by verdict, in the order of the scale, and by the year that a topic goes by."""
    verdicts = [tuple(one.id for one in item.verdicts) or ("",) for item in cards]
    scale = {one.id: one.label_in(site.lang) for one in site.masthead.verdicts} | {"": site.say("No verdict")}
    years = [((item.as_of or item.published).iso[:4],) for item in cards]
    there = {year: year for year in sorted({year for (year,) in years}, reverse=True)}
    return filters(By(site.say("Verdict"), verdicts, scale), By(site.say("Year"), years, there))


def _finding(site: Site, factcheck_id: str) -> Finding | None:
    """Show what a fact-check found; nothing for one without a bottom line, or that a newer one replaces."""
    check, extract = site.listing(factcheck_id), site.extract(factcheck_id)
    text = extract.bottom_line
    if text is None or extract.superseded:
        return None
    return Finding(
        href=site.here(check.address),
        question=check.title,
        answer=weave.elsewhere(text, check.address, labels_in(site, text, extract.sources), site),
        as_of=site.date(check.day),
        verdicts=verdict_views(site, check.verdicts),
    )


def _parents(site: Site, topic_id: str) -> tuple[Link, ...]:
    topics = site.topics
    links: list[Link] = []
    parent = topics[topic_id].parent
    while parent in topics and len(links) < len(topics):
        links.insert(0, topic_link(site, parent))
        parent = topics[parent].parent
    return tuple(links)
