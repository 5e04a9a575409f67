"""The index of shared sources and the page of each: their views."""

from collections.abc import Mapping

from msgspec import Struct

from plugins.core import addresses, anchors
from plugins.press.site import Site
from plugins.views.cards import Card, card
from plugins.views.frame import Frame, frame
from plugins.views.source_entries import SourceView, source_view
from plugins.views.structured.pages import source_blocks


class Use(Struct, frozen=True):
    """A fact-check that leans on the source: its card, the entry there, how often it is cited."""

    card: Card
    entry: str
    number: int
    times: int


class SourcePageView(Struct, frozen=True):
    """All that the page of a source shows."""

    frame: Frame
    source: SourceView
    uses: tuple[Use, ...]


class SourceRow(Struct, frozen=True):
    """A source in the index."""

    source: SourceView
    href: str


class SourcesView(Struct, frozen=True):
    """All that the index of sources shows; sources that one fact-check uses lead to their entry there."""

    frame: Frame
    shared: tuple[SourceRow, ...]
    single: tuple[SourceRow, ...]


def shared(uses: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Give the ids of the sources that have a page: two or more fact-checks use them."""
    return sorted(source for source, users in uses.items() if len(users) > 1)


def source_page_view(site: Site, source_id: str) -> SourcePageView:
    """Show a source with every fact-check that leans on it."""
    view = source_view(site, source_id)
    assert view is not None, source_id  # a page is made for those with a record
    about = site.say("{publisher}: every fact-check here that leans on this source.", publisher=view.publisher)
    return SourcePageView(
        frame(
            site,
            addresses.source(source_id),
            view.title,
            about,
            section=addresses.SOURCES,
            structured=source_blocks(site, source_id),
        ),
        view,
        tuple(_use(site, source_id, one) for one in site.users(source_id)),
    )


def _use(site: Site, source_id: str, factcheck_id: str) -> Use:
    check = site.known_check(factcheck_id)
    number, times = check.brief.cites(source_id)
    entry = f"{site.here(check.address)}#{anchors.source(source_id)}"
    return Use(card(site, factcheck_id), entry, number, times)


def sources_view(site: Site) -> SourcesView:
    """Show every source in use, those that several fact-checks share first."""
    uses = site.uses
    by_use = sorted(shared(uses), key=lambda source: (-len(uses[source]), source))
    once = [source for source, users in uses.items() if len(users) == 1]
    single = sorted((view.publisher.casefold(), one, view) for one in once if (view := source_view(site, one)))
    name = site.masthead.name
    about = site.say("Every source that the fact-checks of {publication} lean on.", publication=name)
    return SourcesView(
        frame(site, addresses.SOURCES, site.say("Sources"), about),
        tuple(SourceRow(view, site.at(addresses.source(one))) for one in by_use if (view := source_view(site, one))),
        tuple(SourceRow(view, _entry(site, one)) for _, one, view in single),
    )


def _entry(site: Site, source_id: str) -> str:
    check = site.known_check(site.users(source_id)[0])
    return f"{site.here(check.address)}#{anchors.source(source_id)}"
