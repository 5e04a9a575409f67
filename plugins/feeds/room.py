"""The feeds of this room, the page about them and the file of them all."""

from collections.abc import Iterator
from operator import itemgetter

from plugins.core import addresses
from plugins.core.resolve.feeds import ALL, of_topic
from plugins.core.resolve.publication import Publication
from plugins.feeds.feeds import (
    all_archive,
    all_feed,
    corrections_feed,
    person_feed,
    topic_archive,
    topic_feed,
)
from plugins.feeds.outlines import opml_view
from plugins.feeds.page import feeds_view
from plugins.press.pages import Page
from plugins.views.moved import Moved
from plugins.views.redirect import redirect

_WRITERS = {addresses.RSS: "rss", addresses.ATOM: "atom", addresses.JSON: "json feed"}
"""Form of a feed → what writes it."""


def pages(publication: Publication) -> Iterator[Page]:
    """Give all feeds of each language; those that share entries stand together, for entries are kept for a while only."""
    for lang, prefix in publication.prefixes().items():
        yield Page(prefix + addresses.FEEDS, "feeds.html", feeds_view, (), lang)
        yield Page(prefix + addresses.FEEDS_OPML, "opml", opml_view, (), lang)
        yield from _of_all(publication, prefix, lang)
        yield Page(prefix + addresses.FEED_CORRECTIONS, "rss", corrections_feed, (), lang)
        for topic_id, topic in publication.topics.items():
            for called in (topic_id, *topic.aliases):
                yield from _of_topic(topic_id, called, prefix, lang)
        for person_id in publication.masthead.people:
            yield Page(prefix + addresses.person_feed(person_id), "rss", person_feed, (person_id,), lang)
        yield from _archives(publication, prefix, lang)


def _of_all(publication: Publication, prefix: str, lang: str) -> Iterator[Page]:
    for form, renderer in _WRITERS.items():
        address = addresses.feed_as(addresses.FEED_ALL, form)
        yield Page(prefix + address, renderer, all_feed, (address,), lang)
    yield Page(prefix + addresses.FEED_SHORT, "rss", all_feed, (addresses.FEED_ALL,), lang)
    usual, of_all = prefix + addresses.FEED_USUAL, prefix + addresses.FEED_ALL
    yield redirect(Moved(usual, of_all, publication.masthead.name, lang))


def _of_topic(topic_id: str, called: str, prefix: str, lang: str) -> Iterator[Page]:
    for form, renderer in _WRITERS.items():
        yield Page(prefix + addresses.topic_feed(called, form), renderer, topic_feed, (topic_id, called, form), lang)


def _archives(publication: Publication, prefix: str, lang: str) -> Iterator[Page]:
    """Give the archives, month by month: those of a month share their entries."""
    feeds = publication.feeds[prefix]
    of_all = [
        (month, Page(prefix + addresses.archive(month), "rss", all_archive, (month,), lang))
        for month in feeds[ALL].archives
    ]
    of_topics = [
        (month, _archive(topic_id, called, month, prefix, lang))
        for topic_id, topic in publication.topics.items()
        for called in (topic_id, *topic.aliases)
        for month in feeds[of_topic(topic_id)].archives
    ]
    return (page for _, page in sorted((*of_all, *of_topics), key=itemgetter(0), reverse=True))


def _archive(topic_id: str, called: str, month: str, prefix: str, lang: str) -> Page:
    address = prefix + addresses.topic_archive(called, month)
    return Page(address, "rss", topic_archive, (topic_id, called, month), lang)
