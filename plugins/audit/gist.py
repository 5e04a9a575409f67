"""What of a feed other files have to agree with, small enough to keep for thousands of feeds at once."""

from typing import Any

from msgspec import Struct

from plugins.audit.feed import Entry, Feed
from plugins.engine import digest_of


class Known(Struct, frozen=True, gc=False):
    """An entry of a feed: its id, digests of all of it and of its full text, and where it leads."""

    id: str
    line: int
    whole: bytes
    text: bytes
    link: str
    authors: tuple[str, ...]


class Gist(Struct, frozen=True):
    """A feed: its file, its address, and what others have to agree with."""

    file: str
    address: str
    kind: str
    lang: str
    page: str
    archive: bool
    hubs: tuple[str, ...]
    older: tuple[str, ...]
    """Where `prev-archive` leads."""
    newer: tuple[str, ...]
    """Where `next-archive` leads."""
    current: tuple[str, ...]
    styles: tuple[str, ...]
    entries: tuple[Known, ...]


def gist(feed: Feed, file: str) -> Gist:
    """Keep of a feed what counts."""
    return Gist(
        file,
        feed.address,
        feed.kind,
        feed.lang,
        feed.page,
        archive=feed.archive,
        hubs=tuple(feed.linked("hub")),
        older=tuple(feed.linked("prev-archive")),
        newer=tuple(feed.linked("next-archive")),
        current=tuple(feed.linked("current")),
        styles=tuple(one.href for one in feed.styles),
        entries=tuple(_known(feed.kind, entry) for entry in feed.entries),
    )


def text_digest(html: str) -> bytes:
    """Digest a full text."""
    return digest_of(html.encode("utf-8", "surrogatepass"))


def _known(kind: str, entry: Entry) -> Known:
    whole = repr(entry.raw) if kind == "json" else "\0".join(_parts(entry.raw))
    return Known(
        entry.id,
        entry.line,
        digest_of(whole.encode("utf-8", "surrogatepass")),
        text_digest(entry.html),
        entry.link,
        entry.authors,
    )


def _parts(element: Any) -> list[str]:
    """Give all that an element says; how it is indented, and which names the root declares, is no part of it."""
    return [
        part
        for one in element.iter()
        for part in (str(one.tag), *(word for pair in sorted(one.items()) for word in pair), (one.text or "").strip())
    ]
