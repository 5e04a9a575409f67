"""The pages of this room."""

from collections.abc import Iterator
from functools import partial

from plugins.core import addresses
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.topics.view import index_view, topic_view
from plugins.views.paging import count_pages
from plugins.views.redirect import redirect


def pages(site: Site) -> Iterator[Page]:
    """Give the index, every topic, and redirects from former ids."""
    yield Page(addresses.TOPICS, "topics.html", partial(index_view, site))
    for topic_id, topic in site.publication.topics.items():
        for page in range(1, count_pages(site.publication.members[topic_id]) + 1):
            yield Page(addresses.topic(topic_id, page), "topic.html", partial(topic_view, site, topic_id, page))
        for alias in topic.aliases:
            yield redirect(
                site, addresses.topic(alias), addresses.topic(topic_id), topic.title_in(site.publication.masthead.lang)
            )
