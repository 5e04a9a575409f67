"""Feed → JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import msgspec
from msgspec import Struct

from plugins.feeds.moments import iso
from plugins.feeds.view import Entry, Feed


class Author(Struct, frozen=True, omit_defaults=True):
    """Who wrote it."""

    name: str
    url: str = ""


class Hub(Struct, frozen=True):
    """Where to ask to be told at once."""

    url: str
    type: str = "WebSub"


class JsonEntry(Struct, frozen=True, omit_defaults=True):
    """An entry, in the words of the format."""

    id: str
    url: str
    title: str
    content_html: str
    date_published: str
    language: str
    authors: tuple[Author, ...]
    summary: str = ""
    date_modified: str = ""
    image: str = ""
    tags: tuple[str, ...] = ()


class JsonFeed(Struct, frozen=True, omit_defaults=True):
    """The whole file, in the words of the format."""

    version: str
    title: str
    home_page_url: str
    feed_url: str
    language: str
    authors: tuple[Author, ...]
    items: tuple[JsonEntry, ...]
    description: str = ""
    hubs: tuple[Hub, ...] = ()


def json_feed(view: Struct) -> bytes:
    """Write a feed as JSON Feed 1.1."""
    assert isinstance(view, Feed)
    written = JsonFeed(
        version="https://jsonfeed.org/version/1.1",
        title=view.title,
        home_page_url=view.link,
        feed_url=view.address,
        description=view.description,
        language=view.lang,
        authors=(Author(view.author, view.home),),
        hubs=(Hub(view.hub),) if view.hub else (),
        items=tuple(_written(entry) for entry in view.entries),
    )
    return msgspec.json.format(msgspec.json.encode(written), indent=1) + b"\n"


def _written(entry: Entry) -> JsonEntry:
    return JsonEntry(
        id=entry.id,
        url=entry.link,
        title=entry.title,
        content_html=entry.html,
        summary=entry.summary,
        date_published=iso(entry.published),
        date_modified=iso(entry.updated) if entry.updated else "",
        language=entry.lang,
        authors=tuple(Author(name) for name in entry.authors),
        image=entry.image.url if entry.image else "",
        tags=entry.categories,
    )
