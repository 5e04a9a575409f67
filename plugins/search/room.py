"""The pages of this room."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.press.pages import Page
from plugins.search.view import search_view


def pages(publication: Publication) -> Iterator[Page]:
    """Give the search page of each language."""
    for lang, prefix in publication.prefixes().items():
        yield Page(prefix + addresses.SEARCH, "search.html", search_view, (), lang)
