"""What every feed must have, so that readers show it at all."""

from collections.abc import Iterator
from typing import Any

from plugins.audit.feed import ATOM, Entry, Feed, named
from plugins.audit.rules.rule import Found, Seen

_CHANNEL = ("title", "link", "description")
_FEED = (f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated")
_TOP = ("version", "title", "items")
VERSION = "https://jsonfeed.org/version/1.1"


def missing_element(seen: Seen) -> Iterator[Found]:
    """Demand what RSS 2.0, RFC 4287 and JSON Feed 1.1 demand."""
    feed = seen.feed
    if feed.kind == "rss":
        yield from (Found(f"<{name}> in its channel") for name in _CHANNEL if not feed.raw.findtext(name))
        yield from (Found("<title> in an item", one.line) for one in feed.entries if not one.title)
    elif feed.kind == "atom":
        yield from (Found(f"<{_bare(name)}>") for name in _FEED if not feed.raw.findtext(name))
        for one in feed.entries:
            yield from (Found(f"<{_bare(name)}> in an entry", one.line) for name in _FEED if not one.raw.findtext(name))
        yield from (Found("<author>", one.line) for one in _without_author(feed))
    else:
        yield from (Found(f"“{name}”") for name in _TOP if name not in feed.raw)
        yield from (Found("“id” in an item") for one in feed.entries if "id" not in one.raw)


def missing_guid(seen: Seen) -> Iterator[Found]:
    """Demand an id of RSS items: without one, readers take every edit for a new item."""
    if seen.feed.kind == "rss":
        yield from (Found(named(one), one.line) for one in seen.feed.entries if not one.id)


def missing_content(seen: Seen) -> Iterator[Found]:
    """Demand the full text."""
    yield from (Found(named(one), one.line) for one in seen.feed.entries if not one.html)


def json_version(seen: Seen) -> Iterator[Found]:
    """Demand the version of JSON Feed that we write."""
    version = seen.feed.raw.get("version", VERSION) if seen.feed.kind == "json" else VERSION
    if version != VERSION:
        yield Found(str(version))


def json_id(seen: Seen) -> Iterator[Found]:
    """Demand ids that are strings: a number is another thing to most readers."""
    if seen.feed.kind == "json":
        ids = (one.raw.get("id", "") for one in seen.feed.entries)
        yield from (Found(str(one)) for one in ids if not isinstance(one, str))


def json_authors(seen: Seen) -> Iterator[Found]:
    """Demand `authors`, a list of objects with names; `author` was that of version 1.0."""
    if seen.feed.kind == "json":
        for holder, name in [(seen.feed.raw, "the feed"), *((one.raw, named(one)) for one in seen.feed.entries)]:
            if "author" in holder or not _are_authors(holder.get("authors", [])):
                yield Found(name)


def _are_authors(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(one, dict) and one.get("name") for one in given)


def _without_author(feed: Feed) -> Iterator[Entry]:
    if feed.raw.find(f"{ATOM}author") is None:
        yield from (one for one in feed.entries if one.raw.find(f"{ATOM}author") is None)


def _bare(name: str) -> str:
    return name.removeprefix(ATOM)
