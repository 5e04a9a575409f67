"""Plain text that must be plain: titles, names, subjects."""

import re
from collections.abc import Iterator

from plugins.audit.feed import ATOM, CREATOR, Feed
from plugins.audit.rules.rule import Found, Seen

_HTML = re.compile(r"</?[a-zA-Z][^>]*>|&(?:[a-zA-Z]+|#\d+|#x[\da-fA-F]+);")
_RSS_TITLE = re.compile(rb"<title>([^<]*)</title>")
_BY_NAME = re.compile(rb"&(?:amp|lt);")
_TEXTS = (f"{ATOM}title", f"{ATOM}subtitle", f"{ATOM}summary", f"{ATOM}rights", f"{ATOM}content")


def contains_html(seen: Seen) -> Iterator[Found]:
    """Refuse tags where RSS and JSON Feed want plain text: most readers show them as they stand, some leave them out."""
    yield from (Found(text, line) for text, line in _plain(seen.feed) if _HTML.search(text))


def undeclared_html(seen: Seen) -> Iterator[Found]:
    """Refuse HTML in a text of Atom that is said to be plain: readers show the tags."""
    if seen.feed.kind == "atom":
        for one in seen.feed.raw.iter(*_TEXTS):
            if one.get("type", "text") == "text" and _HTML.search(one.text or ""):
                yield Found((one.text or "").strip()[:80], one.sourceline)


def title_with_angle(seen: Seen) -> Iterator[Found]:
    """Refuse `<` in a title: Liferea leaves out what comes after it."""
    for one in seen.feed.entries:
        if "<" in one.title and not _HTML.search(one.title):
            yield Found(one.title, one.line)


def character_data(seen: Seen) -> Iterator[Found]:
    """Demand `&#x26;` in titles of RSS (RSS Best Practices Profile): some readers decode names of characters twice."""
    if seen.feed.kind == "rss":
        for title in _RSS_TITLE.finditer(seen.feed.data):
            if _BY_NAME.search(title[1]):
                yield Found(title[1].decode("utf-8", "replace"), seen.feed.data.count(b"\n", 0, title.start()) + 1)


def _plain(feed: Feed) -> Iterator[tuple[str, int]]:
    if feed.kind == "json":
        yield feed.title, 1
        yield from ((one.title, 1) for one in feed.entries)
    if feed.kind == "rss":
        yield feed.title, 1
        yield feed.raw.findtext("description") or "", 1
        yield from ((one.title, one.line) for one in feed.entries)
        yield from ((one.text or "", one.sourceline) for one in feed.raw.iter("category", CREATOR))
