"""A feed taken apart, whether RSS, Atom or JSON: what the rules look at."""

from typing import Any

from msgspec import Struct

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
HISTORY = "{http://purl.org/syndication/history/1.0}"
"""Of feeds that are paged or archived (RFC 5005)."""


class Link(Struct, frozen=True):
    """A link of a feed or an entry, as Atom has them (RFC 4287 §4.2.7); without `rel` it is `alternate`."""

    rel: str
    href: str
    type: str = ""
    lang: str = ""
    line: int = 1


class Entry(Struct, frozen=True):
    """An entry: texts as they stand in the file, `html` its full text; what is not there is empty."""

    line: int
    id: str
    title: str
    link: str
    html: str
    published: str
    updated: str
    raw: Any
    """The element of XML, or the object of JSON."""
    links: tuple[Link, ...] = ()
    authors: tuple[str, ...] = ()
    """Its own; or those of the feed, if it names none and such are inherited (RFC 4287 §4.2.1, JSON Feed)."""


class Feed(Struct, frozen=True):
    """A feed, and the address that it is served at; `page` is what its channel links to."""

    address: str
    kind: str
    """`rss`, `atom` or `json`."""
    data: bytes
    raw: Any
    """Root, or channel; the object of JSON."""
    title: str
    page: str
    lang: str
    updated: str
    links: tuple[Link, ...]
    entries: tuple[Entry, ...]
    archive: bool
    styles: tuple[Link, ...] = ()
    """The style sheets that it names: `type` and `href` of each."""

    def linked(self, rel: str) -> list[str]:
        """Give where the links of a relation lead."""
        return [link.href for link in self.links if link.rel == rel]


class Unreadable(Exception):
    """A file is no feed that a program could read; where, and why."""

    def __init__(self, line: int, why: str) -> None:
        """Say the line, from 1, and the parser's reason."""
        super().__init__(why)
        self.line = line
        self.why = why


def named(entry: Entry) -> str:
    """Name an entry for people."""
    return entry.title or entry.id or entry.link or "without a name"
