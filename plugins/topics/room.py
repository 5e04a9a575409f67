"""The pages of this room."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.press.pages import Page
from plugins.topics.view import index_view, topic_view
from plugins.views.paging import count_pages
from plugins.views.redirect import redirect


def pages(publication: Publication) -> Iterator[Page]:
    """Give the index, every topic, and redirects from former ids."""
    yield Page(addresses.TOPICS, "topics.html", index_view)
    for topic_id, topic in publication.topics.items():
        for page in range(1, count_pages(publication.members[topic_id]) + 1):
            yield Page(addresses.topic(topic_id, page), "topic.html", topic_view, (topic_id, page))
        for alias in topic.aliases:
            title = topic.title_in(publication.masthead.lang)
            yield redirect(addresses.topic(alias), addresses.topic(topic_id), title)
