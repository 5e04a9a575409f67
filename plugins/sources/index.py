"""The index of sources: its view."""

from msgspec import Struct

from plugins.core import addresses, anchors
from plugins.core.resolve.publication import LINES_PER_PAGE, pages_for
from plugins.press.site import Site
from plugins.views.frame import Frame, Link, frame, in_languages
from plugins.views.paging import Paging, paging, titled
from plugins.views.source_lines import SourceRow, source_row


class Retracted(Struct, frozen=True):
    """A source that its publisher retracted, with its entry in each fact-check that cites it."""

    row: SourceRow
    users: tuple[Link, ...]


class SourcesView(Struct, frozen=True):
    """All that a page of the index of sources shows; the first one has the retracted too."""

    frame: Frame
    title: str
    total: int
    publishers: str
    retracted: tuple[Retracted, ...]
    shared: tuple[SourceRow, ...]
    """Used in several fact-checks."""
    single: tuple[SourceRow, ...]
    paging: Paging


def sources_view(site: Site, page: int) -> SourcesView:
    """Show a page of all sources in use: those that most fact-checks share first, then by publisher."""
    source_ids, total = site.in_use(page)
    rows = [row for one in source_ids if (row := source_row(site, one))]
    name, title, address = site.masthead.name, site.say("Sources"), addresses.sources(page)
    about = site.say("Every source that the fact-checks of {publication} lean on.", publication=name)
    title = titled(site, title, page)
    pages = pages_for(total, LINES_PER_PAGE)
    return SourcesView(
        frame=frame(
            site, address, title, about,
            section=addresses.SOURCES, translations=in_languages(site, address, page),
        ),
        title=title,
        total=total,
        publishers=site.at(addresses.PUBLISHERS),
        retracted=tuple(_retracted(site, one) for one in site.retracted()) if page == 1 else (),
        shared=tuple(row for row in rows if row.source.users > 1),
        single=tuple(row for row in rows if row.source.users == 1),
        paging=paging(site, page, pages, addresses.sources, site.say("Previous"), site.say("Next")),
    )  # fmt: skip


def _retracted(site: Site, source_id: str) -> Retracted:
    row = source_row(site, source_id)
    assert row is not None, source_id  # those in use have a record
    users = (site.known_check(one) for one in site.users(source_id))
    entry = anchors.source(source_id)
    return Retracted(row, tuple(Link(f"{site.here(one.address)}#{entry}", one.title) for one in users))
