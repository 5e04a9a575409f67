"""The home page and the list of all fact-checks: their views."""

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.views.cards import Card, card
from plugins.views.frame import Frame, Link, frame
from plugins.views.paging import Paging, cut

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


def home_view(site: Site, listed: list[FactCheck]) -> HomeView:
    """Show the newest fact-checks and the topics."""
    masthead = site.publication.masthead
    topics = sorted(site.publication.topics.items(), key=lambda item: item[1].title_in(masthead.lang))
    return HomeView(
        frame=frame(site, addresses.HOME, masthead.name, masthead.tagline),
        cards=tuple(card(site, check) for check in listed[:ON_HOME]),
        topics=tuple(
            TopicCard(
                site.here(addresses.topic(topic_id)),
                topic.title_in(masthead.lang),
                topic.summary,
                len(site.publication.members[topic_id]),
            )
            for topic_id, topic in topics
            if site.publication.members[topic_id]
        ),
        total=len(listed),
        all=Link(site.here(addresses.CHECKS), "All fact-checks"),
    )


def list_view(site: Site, listed: list[FactCheck], page: int) -> ListView:
    """Show a page of the list of all fact-checks."""
    title = "All fact-checks" if page == 1 else f"All fact-checks, page {page}"
    about = f"Every fact-check of {site.publication.masthead.name}, newest first."
    checks, paging = cut(listed, page, lambda number: site.here(addresses.checks(number)))
    return ListView(
        frame=frame(site, addresses.checks(page), title, about, section=addresses.CHECKS),
        title=title,
        cards=tuple(card(site, check) for check in checks),
        total=len(listed),
        paging=paging,
    )
