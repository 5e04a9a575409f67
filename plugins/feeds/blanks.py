"""Blanks: a feed and an entry whose every text is a place, which `moulds.py` puts texts into."""

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import astuple

from plugins.core import anchors
from plugins.feeds.view import Entry, Feed, History, Image

There = tuple[bool, ...]
"""Which texts are there, in their order: one that is empty has no place, since feedgen leaves its element out."""


def texts_of_feed(feed: Feed, moment: str) -> tuple[bytes, ...]:
    """Give the texts of a feed, its moment as it will be read."""
    texts = (
        feed.title, feed.description, feed.link, feed.address, feed.lang, feed.author, feed.home, feed.licence, feed.hub,
        feed.stylesheet, moment, *astuple(feed.history),
    )  # fmt: skip
    return tuple(map(str.encode, texts))


def blank_feed(there: There, entry: Entry) -> Feed:
    """Give a feed that has such texts, and an entry."""
    places = _places(there)
    title, description, link, address, lang, author, home, licence, hub, stylesheet, moment = islice(places, 11)
    history = History(*places)
    return Feed(
        title, description, link, address, lang, author, home, licence, hub, stylesheet, moment, (entry,), history
    )


def texts_of_entry(entry: Entry, moments: tuple[str, str]) -> tuple[bytes, ...]:
    """Give the texts of an entry, the full one first, its moments as they will be read; its language is written nowhere."""
    image = astuple(entry.image) if entry.image else ()
    alone = entry.id, entry.link, entry.title, entry.summary, *moments
    return (entry.content, *map(str.encode, (*alone, *entry.authors, *entry.categories, *image)))


def blank_entry(there: There, authors: int, categories: int) -> Entry:
    """Give an entry that has such texts, so many authors and categories among them."""
    places = _places(there)
    content, name, link, title, summary, published, updated = islice(places, 7)
    return Entry(
        name, link, title, summary, content.encode(), "", published, updated,
        authors=tuple(islice(places, authors)),
        categories=tuple(islice(places, categories)),
        image=Image(*image) if (image := tuple(places)) else None,
    )  # fmt: skip


def _places(there: There) -> Iterator[str]:
    return (f"{anchors.TEXT_OPEN}{number}{anchors.TEXT_CLOSE}" if one else "" for number, one in enumerate(there))
