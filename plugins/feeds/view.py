"""A feed and its items, in plain values: what `rss.py` turns into XML."""

from msgspec import Struct


class Item(Struct, frozen=True):
    """An item: `id` is permanent, `html` the full text with absolute links, moments are ISO 8601 with offset."""

    id: str
    link: str
    title: str
    summary: str
    html: str
    published: str
    updated: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]


class FeedView(Struct, frozen=True):
    """A feed: `link` is the page that it belongs to, `self` its own address; `updated` is empty without items."""

    title: str
    description: str
    link: str
    self: str
    lang: str
    updated: str
    items: tuple[Item, ...]
