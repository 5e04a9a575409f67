"""Where a feed and its entries say that they are, and lead to."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.audit.feed import ATOM, Feed, Link
from plugins.audit.rules.rule import Found, Seen

_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(\s*;.*)?")
_TEXT_TYPES = ("text", "html", "xhtml")


def whole(address: str) -> bool:
    """Tell whether an address is one of the web, with its host."""
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def missing_self(seen: Seen) -> Iterator[Found]:
    """Demand that a feed says where it is."""
    if not seen.feed.linked("self"):
        yield Found("")


def self_elsewhere(seen: Seen) -> Iterator[Found]:
    """Refuse a feed that says it is elsewhere."""
    for href in seen.feed.linked("self"):
        if whole(href) and href != seen.feed.address:
            yield Found(f"{href}, but it is at {seen.feed.address}")


def relative_self(seen: Seen) -> Iterator[Found]:
    """Refuse an own address without a host."""
    yield from (Found(href) for href in seen.feed.linked("self") if not whole(href))


def duplicate_link(seen: Seen) -> Iterator[Found]:
    """Refuse two alternate links of one type and language (RFC 4287 §4.1.1), and of any other relation two that say the same."""
    for links in filter(None, _groups(seen.feed)):
        count = Counter((one.rel, one.type, one.lang, "" if one.rel == "alternate" else one.href) for one in links)
        yield from (Found(key[0], links[0].line) for key, times in count.items() if times > 1)


def full_link(seen: Seen) -> Iterator[Found]:
    """Demand whole addresses of the page and of each entry."""
    feed = seen.feed
    links = [(feed.page, 1), *((one.link, one.line) for one in feed.entries)]
    yield from (Found(href, line) for href, line in links if href and not whole(href))
    yield from (Found(f"an entry without a link: {one.title}", one.line) for one in feed.entries if not one.link)


def channel_link(seen: Seen) -> Iterator[Found]:
    """Refuse a feed that leads to a machine's address where its page should stand: feedgen does so by itself."""
    feed = seen.feed
    if feed.page and feed.page in {link.href for link in feed.links if link.rel != "alternate"}:
        yield Found(feed.page)


def media_type(seen: Seen) -> Iterator[Found]:
    """Demand types that are types: of links, and of the content of Atom."""
    for links in _groups(seen.feed):
        yield from (Found(one.type, one.line) for one in links if one.type and not _MEDIA_TYPE.fullmatch(one.type))
    if seen.feed.kind == "atom":
        for one in seen.feed.raw.iter(f"{ATOM}content"):
            kind = one.get("type", "text")
            if kind not in _TEXT_TYPES and not _MEDIA_TYPE.fullmatch(kind):
                yield Found(kind, one.sourceline)


def stylesheet(seen: Seen) -> Iterator[Found]:
    """Refuse any style sheet but CSS: browsers give XSLT up, and show a warning meanwhile."""
    yield from (Found(one.type or one.href, one.line) for one in seen.feed.styles if one.type != "text/css")


def _groups(feed: Feed) -> Iterator[list[Link]]:
    """Give the links of the feed, then of each entry."""
    yield list(feed.links)
    yield from (list(entry.links) for entry in feed.entries if entry.links)
