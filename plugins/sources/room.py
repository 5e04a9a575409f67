"""The pages of this room."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.press.pages import Page
from plugins.sources.view import shared, source_page_view, sources_view


def pages(publication: Publication) -> Iterator[Page]:
    """Give the index and a page for each shared source."""
    for lang, prefix in publication.prefixes().items():
        yield Page(prefix + addresses.SOURCES, "sources.html", sources_view, (), lang)
        for source_id in shared(publication.uses_in(prefix)):
            if source_id in publication.sources:
                yield Page(prefix + addresses.source(source_id), "source.html", source_page_view, (source_id,), lang)
