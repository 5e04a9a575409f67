"""The page that searches: its view. What is found is drawn by its script, in words that stand here."""

from msgspec import Struct

from plugins.core import addresses
from plugins.press.site import Site
from plugins.views import searched
from plugins.views.cards import VerdictView, verdict_view
from plugins.views.frame import Frame, Link, frame


class Choice(Struct, frozen=True):
    """A value that results can be narrowed down to, and how readers call it."""

    value: str
    text: str


class Filter(Struct, frozen=True):
    """What results can be narrowed down by: its name in addresses and in the index, and the choices."""

    name: str
    text: str
    choices: tuple[Choice, ...]


class SearchView(Struct, frozen=True):
    """All that the search page shows before anybody searches."""

    frame: Frame
    engine: str
    """The script that comes with the index."""
    filters: tuple[Filter, ...]
    verdicts: tuple[VerdictView, ...]
    checks: Link
    topics: Link


def search_view(site: Site) -> SearchView:
    """Show the form, and everything that results are drawn from."""
    about = site.say("Search the fact-checks, topics and pages of {publication}.", publication=site.masthead.name)
    verdicts = tuple(verdict_view(site, verdict.id) for verdict in site.masthead.verdicts)
    return SearchView(
        frame=frame(site, addresses.SEARCH, site.say("Search"), about, noindex=True, scripts=("search.js",)),
        engine=site.here(addresses.SEARCH_ENGINE),
        filters=tuple(one for one in _filters(site, verdicts) if one.choices),
        verdicts=verdicts,
        checks=Link(site.at(addresses.CHECKS), site.say("All fact-checks")),
        topics=Link(site.at(addresses.TOPICS), site.say("All topics")),
    )


def _filters(site: Site, verdicts: tuple[VerdictView, ...]) -> tuple[Filter, ...]:
    return (
        Filter("topic", site.say("Topic"), _topics(site)),
        Filter("verdict", site.say("Verdict"), tuple(Choice(one.id, one.label) for one in verdicts)),
        Filter("year", site.say("Year"), _years(site)),
        Filter("kind", site.say("Kind of page"), _kinds(site)),
    )


def _topics(site: Site) -> tuple[Choice, ...]:
    named = sorted((topic.title_in(site.lang), topic_id) for topic_id, topic in site.topics.items())
    return tuple(Choice(topic_id, title) for title, topic_id in named if site.members(topic_id))


def _years(site: Site) -> tuple[Choice, ...]:
    """Give every year from the newest fact-check to the oldest."""
    listed = site.listed()
    if not listed:
        return ()
    last, first = (int(searched.year(site, site.known_check(one))) for one in (listed[0], listed[-1]))
    return tuple(Choice(str(year), str(year)) for year in range(last, first - 1, -1))


def _kinds(site: Site) -> tuple[Choice, ...]:
    return (
        Choice(searched.CHECK, site.say("Fact-check")),
        Choice(searched.TOPIC, site.say("Topic")),
        Choice(searched.PAGE, site.say("Page about us")),
    )
