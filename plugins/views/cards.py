"""A fact-check as lists show it."""

from msgspec import Struct

from plugins.core import addresses
from plugins.press.site import Site
from plugins.press.words import DateView
from plugins.views.frame import Link


class VerdictView(Struct, frozen=True):
    """A verdict: its label, its meaning, its id for styling, its place on the scale from 0 (false) to 1 (true)."""

    id: str
    label: str
    meaning: str
    position: float | None


class Card(Struct, frozen=True, weakref=True):
    """A fact-check in a list."""

    href: str
    title: str
    summary: str
    published: DateView
    as_of: DateView | None
    corrected: DateView | None
    verdicts: tuple[VerdictView, ...]
    topics: tuple[Link, ...]
    sources: int
    lang: str


def card(site: Site, factcheck_id: str, *, seldom: bool = False) -> Card:
    """Show a fact-check as a card; `seldom` if pages of this kind show each a few times at most."""
    make = site.seldom if seldom else site.once
    return make(_card, factcheck_id)


def _card(site: Site, factcheck_id: str) -> Card:
    told = site.listing(factcheck_id)
    return Card(
        href=site.here(told.address),
        title=told.title,
        summary=told.summary,
        published=site.date(told.published) or DateView("", ""),
        as_of=site.date(told.as_of),
        corrected=site.date(told.updated),
        verdicts=verdict_views(site, told.verdicts),
        topics=topic_links(site, told.topics),
        sources=told.declared,
        lang=told.lang if told.lang != site.lang else "",
    )


def verdict_views(site: Site, verdicts: tuple[str, ...]) -> tuple[VerdictView, ...]:
    """Show the verdicts of a fact-check, each once, in the order of its claims."""
    return tuple(dict.fromkeys(verdict_view(site, verdict) for verdict in verdicts))


def topic_links(site: Site, topics: tuple[str, ...]) -> tuple[Link, ...]:
    """Link topics by their titles."""
    return tuple(topic_link(site, one) for one in topics)


def topic_link(site: Site, topic_id: str) -> Link:
    """Link a topic by its title."""
    return site.once(_topic_link, topic_id)


def _topic_link(site: Site, topic_id: str) -> Link:
    return Link(site.at(addresses.topic(topic_id)), site.topic(topic_id).title_in(site.lang))


def verdict_view(site: Site, verdict_id: str) -> VerdictView:
    """Show a verdict of the publication's scale."""
    return site.once(_verdict_view, verdict_id)


def _verdict_view(site: Site, verdict_id: str) -> VerdictView:
    masthead = site.masthead
    verdict = masthead.verdict(verdict_id)
    if verdict is None:
        return VerdictView(verdict_id, verdict_id, "", None)
    ranks = [one.rank for one in masthead.verdicts if one.rank is not None]
    low, high = (min(ranks), max(ranks)) if ranks else (0.0, 0.0)
    position = (verdict.rank - low) / (high - low) if verdict.rank is not None and high > low else None
    return VerdictView(verdict.id, verdict.label_in(site.lang), site.worded(verdict.meaning), position)
