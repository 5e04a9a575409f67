"""A feed and its entries, in plain values: what `rss_and_atom.py` and `json_feed.py` write. Every address is absolute."""

from msgspec import Struct


class Image(Struct, frozen=True):
    """The picture of an entry: its address, its media type, what it shows in words (`alt`), whose it is."""

    url: str
    type: str
    alt: str
    credit: str


class Entry(Struct, frozen=True):
    """An entry: a fact-check, or a correction as an event.

    `id` is permanent; `title` and `summary` are plain text; moments are ISO 8601 with offset, `updated` is empty where
    nothing changed. It has at least one author.
    """

    id: str
    link: str
    title: str
    summary: str
    content: bytes
    """The full text, HTML in UTF-8, which XML can hold: thousands are kept, and a string takes twice the memory if it has a curly quote."""
    lang: str
    published: str
    updated: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    image: Image | None = None

    @property
    def html(self) -> str:
        """The full text."""
        return self.content.decode()


class History(Struct, frozen=True):
    """Where a feed stands among its archives (RFC 5005, 4): addresses, empty where there is none."""

    current: str = ""
    """The feed that an archive is of; empty for that feed itself."""
    before: str = ""
    after: str = ""


class Feed(Struct, frozen=True):
    """A feed: `link` is the page that it belongs to, `address` its own; `updated` is empty without entries."""

    title: str
    description: str
    link: str
    address: str
    lang: str
    author: str
    home: str
    licence: str
    hub: str
    """Where readers of feeds can ask to be told at once (WebSub); empty without one."""
    stylesheet: str
    updated: str
    entries: tuple[Entry, ...]
    history: History = History()
