"""Sources in lists, a line each, and where readers see who uses them."""

from msgspec import Struct

from plugins.core import addresses, anchors
from plugins.press.site import Site
from plugins.views.source_entries import SourceView, listed_source


class SourceRow(Struct, frozen=True):
    """A source in a line; `href` leads to who uses it: its page, or its entry in the one fact-check that cites it."""

    source: SourceView
    href: str


def source_row(site: Site, source_id: str) -> SourceRow | None:
    """Show a source that is in use in a line; `None` when it has no record."""
    view = listed_source(site, source_id)
    return SourceRow(view, source_link(site, source_id)) if view else None


def source_link(site: Site, source_id: str) -> str:
    """Give the address where readers see who uses a source: its page, or its entry in the one fact-check that cites it."""
    if site.has_page(source_id):
        return site.at(addresses.source(source_id))
    return f"{site.here(site.only_use(source_id))}#{anchors.source(source_id)}"
