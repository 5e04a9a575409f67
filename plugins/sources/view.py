"""The page of a source that several fact-checks share: its view."""

from collections.abc import Sequence

from msgspec import Struct

from plugins.core import addresses, anchors
from plugins.core.model.source import Quote
from plugins.core.resolve.apart import shorten
from plugins.core.resolve.listings import Listing
from plugins.core.resolve.publication import LINES_PER_PAGE
from plugins.press.site import Site
from plugins.views.cards import Card, card
from plugins.views.frame import Frame, Link, frame, in_languages
from plugins.views.paging import Paging, cut, titled
from plugins.views.source_entries import SourceView, quoted_source
from plugins.views.structured.pages import source_blocks

_QUOTED = 60
"""So many characters of a quote are shown where it is named."""


class Use(Struct, frozen=True):
    """A fact-check that leans on the source: its card, the entry there, how often it is cited, which quotes it uses."""

    card: Card
    entry: str
    number: int
    times: int
    quotes: tuple[Link, ...]


class SourcePageView(Struct, frozen=True):
    """All that a page of a source shows."""

    frame: Frame
    source: SourceView
    retracted: bool
    uses: tuple[Use, ...]
    total: int
    paging: Paging


def source_page_view(site: Site, source_id: str, page: int) -> SourcePageView:
    """Show a source with every fact-check that leans on it."""
    source, view = site.known_source(source_id), quoted_source(site, source_id)
    assert view is not None, source_id  # a page is made for those with a record
    address = addresses.source(source_id, page)
    title = titled(site, view.title, page)
    about = site.say("{publisher}: every fact-check here that leans on this source.", publisher=view.publisher)
    users, quotes = site.users(source_id), site.quotes(source_id)
    shown, paging = cut(site, users, page, lambda number: addresses.source(source_id, number), LINES_PER_PAGE)
    return SourcePageView(
        frame=frame(
            site, address, title, about,
            section=addresses.SOURCES, translations=in_languages(site, address, page),
            structured=source_blocks(site, source_id) if page == 1 else (),
        ),
        source=view,
        retracted=source.link_status == "retracted",
        uses=tuple([_use(site, source_id, quotes, one) for one in shown]),
        total=len(users),
        paging=paging,
    )  # fmt: skip


def _use(site: Site, source_id: str, quotes: Sequence[Quote], factcheck_id: str) -> Use:
    told = site.listing(factcheck_id)
    page = site.here(told.address)
    number, times = told.cites(source_id)
    return Use(
        card(site, factcheck_id),
        f"{page}#{anchors.source(source_id)}",
        number,
        times,
        _quoted(source_id, quotes, told, page),
    )


def _quoted(source_id: str, quotes: Sequence[Quote], told: Listing, page: str) -> tuple[Link, ...]:
    """Link the quotes of the source that a fact-check uses."""
    used = [quote for quote in quotes if told.quotes(source_id, quote.id)]
    return tuple([Link(f"{page}#{anchors.quote(source_id, one.id)}", shorten(one.text, _QUOTED)) for one in used])
