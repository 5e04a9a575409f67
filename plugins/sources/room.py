"""The pages of this room."""

from collections.abc import Iterator
from functools import partial

from plugins.core import addresses
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.sources.view import shared_sources, source_page_view, sources_view


def pages(site: Site) -> Iterator[Page]:
    """Give the index and a page for each shared source."""
    yield Page(addresses.SOURCES, "sources.html", partial(sources_view, site))
    for source_id in shared_sources(site):
        yield Page(addresses.source(source_id), "source.html", partial(source_page_view, site, source_id))
