"""The home page and the list of all fact-checks: their views."""

from msgspec import Struct

from plugins.core import addresses
from plugins.press.site import Site
from plugins.views.cards import Card, card
from plugins.views.frame import Frame, Link, frame, in_languages
from plugins.views.paging import Paging, cut, titled
from plugins.views.structured.pages import home_blocks

ON_HOME = 8
"""How many fact-checks the home page shows."""


class TopicCard(Struct, frozen=True):
    """A topic on the home page."""

    href: str
    title: str
    summary: str
    count: int


class HomeView(Struct, frozen=True):
    """All that the home page shows."""

    frame: Frame
    cards: tuple[Card, ...]
    topics: tuple[TopicCard, ...]
    total: int
    all: Link


class ListView(Struct, frozen=True):
    """All that a page of the list of fact-checks shows."""

    frame: Frame
    title: str
    cards: tuple[Card, ...]
    total: int
    paging: Paging


def home_view(site: Site) -> HomeView:
    """Show the newest fact-checks and the topics."""
    masthead, listed = site.masthead, site.listed()
    topics = sorted(site.topics.items(), key=lambda item: item[1].title_in(site.lang))
    counted = [(topic_id, topic, len(site.members(topic_id))) for topic_id, topic in topics]
    return HomeView(
        frame=frame(site, addresses.HOME, masthead.name, site.worded(masthead.tagline), structured=home_blocks(site)),
        cards=tuple(card(site, one) for one in listed[:ON_HOME]),
        topics=tuple(
            TopicCard(site.at(addresses.topic(topic_id)), topic.title_in(site.lang), site.worded(topic.summary), count)
            for topic_id, topic, count in counted
            if count
        ),
        total=len(listed),
        all=Link(site.at(addresses.CHECKS), site.say("All fact-checks")),
    )


def list_view(site: Site, page: int) -> ListView:
    """Show a page of the list of all fact-checks."""
    listed = site.listed()
    title = titled(site, site.say("All fact-checks"), page)
    about = site.say("Every fact-check of {publication}, newest first.", publication=site.masthead.name)
    shown, paging = cut(site, listed, page, addresses.checks)
    return ListView(
        frame=frame(
            site,
            addresses.checks(page),
            title,
            about,
            section=addresses.CHECKS,
            translations=in_languages(site, addresses.checks(page), page),
        ),
        title=title,
        cards=tuple(card(site, one, seldom=True) for one in shown),
        total=len(listed),
        paging=paging,
    )
