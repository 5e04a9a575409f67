"""The pages of this room."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.resolve.ledger import idle_pages
from plugins.core.resolve.publication import LINES_PER_PAGE, Publication, pages_for
from plugins.press.pages import Page
from plugins.sources.index import sources_view
from plugins.sources.view import source_page_view


def pages(publication: Publication) -> Iterator[Page]:
    """Give the index, and the pages of each source that several fact-checks share, or did."""
    shared = {one: len(publication.uses[one]) for one in publication.in_use if publication.has_page(one)}
    shared |= dict.fromkeys(idle_pages(publication), 0)
    for lang, prefix in publication.prefixes().items():
        for page in range(1, pages_for(len(publication.in_use), LINES_PER_PAGE) + 1):
            yield Page(prefix + addresses.sources(page), "sources.html", sources_view, (page,), lang)
        for source_id, users in shared.items():
            for page in range(1, pages_for(users, LINES_PER_PAGE) + 1):
                address = prefix + addresses.source(source_id, page)
                yield Page(address, "source.html", source_page_view, (source_id, page), lang)
