"""The pages of this room."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.topics.view import index_view, topic_views
from plugins.views.redirect import redirect


def pages(site: Site) -> Iterator[Page]:
    """Give the index, every topic, and redirects from former ids."""
    yield Page(addresses.TOPICS, "topics.html", index_view(site))
    for topic_id, topic in site.publication.topics.items():
        for address, view in topic_views(site, topic_id):
            yield Page(address, "topic.html", view)
        for alias in topic.aliases:
            yield redirect(
                site, addresses.topic(alias), addresses.topic(topic_id), topic.title_in(site.publication.masthead.lang)
            )
