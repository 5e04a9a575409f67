"""The pages of this room."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.press.pages import Page
from plugins.topics.index import index_view
from plugins.topics.view import topic_view
from plugins.views.moved import moved_topics
from plugins.views.paging import count_pages
from plugins.views.redirect import redirect


def pages(publication: Publication) -> Iterator[Page]:
    """Give the index, every topic, and redirects from former ids."""
    for lang, prefix in publication.prefixes().items():
        yield Page(prefix + addresses.TOPICS, "topics.html", index_view, (), lang)
        for topic_id in publication.topics:
            members = publication.members_in(topic_id, prefix)
            for page in range(1, count_pages(members) + 1):
                address, searched = prefix + addresses.topic(topic_id, page), page == 1 and bool(members)
                yield Page(address, "topic.html", topic_view, (topic_id, page), lang, searched)
    yield from map(redirect, moved_topics(publication))
