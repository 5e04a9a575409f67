"""The pages of this room."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.resolve.origins import Texts
from plugins.core.resolve.publication import LINES_PER_PAGE, Publication, pages_for
from plugins.press.pages import Page
from plugins.publishers.index import index_view
from plugins.publishers.view import publisher_view


def pages(publication: Publication) -> Iterator[Page]:
    """Give the index, and the pages of each publisher with an entry, whether or not anything leans on it."""
    for lang, prefix in publication.prefixes().items():
        yield Page(prefix + addresses.PUBLISHERS, "publishers.html", index_view, (), lang)
        for publisher_id in publication.publishers:
            texts = publication.origins.known.get(publisher_id, Texts())
            for page in range(1, pages_for(len(texts.own) + len(texts.carried), LINES_PER_PAGE) + 1):
                address = prefix + addresses.publisher(publisher_id, page)
                yield Page(address, "publisher.html", publisher_view, (publisher_id, page), lang)
