"""What stands in a feed, newest first, and what of it in which archive.

An entry is named by its fact-check (`moon-cheese`), an event by its fact-check and its own id (`moon-cheese/c2`).
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from msgspec import Struct

from plugins.core.resolve import dates

NEWEST = 30
"""How many entries a feed holds."""


Told = tuple[str, str, str]
"""An entry: its name, its moment (ISO 8601 with offset), the month of that as written."""


def told(name: str, moment: str) -> Told:
    """Name an entry of a moment."""
    return name, moment, moment[:7]


class Archive(Struct, frozen=True, array_like=True):
    """The entries of a month, newest first, and the months of the archives before and after it (empty: there is none)."""

    entries: tuple[str, ...]
    before: str
    after: str


class FeedContent(Struct, frozen=True, array_like=True):
    """The newest entries, and the archives by month (`2025-10`), the newest first."""

    newest: tuple[str, ...] = ()
    archives: dict[str, Archive] = {}

    @property
    def newest_archive(self) -> str:
        """The month of the newest archive; empty when there is none."""
        return next(iter(self.archives), "")


def newest_first(entries: Iterable[Told]) -> list[Told]:
    """Sort entries; those of one moment stay in their order."""
    return sorted(entries, key=lambda entry: -dates.sort_key(entry[1]))


def merged(entries: list[Told], events: Sequence[Told]) -> list[Told]:
    """Sort events in among entries that are sorted."""
    return newest_first([*entries, *events]) if events else entries


def newest(entries: Iterable[Told]) -> FeedContent:
    """Give a feed without archives, of entries that are sorted."""
    return FeedContent(tuple(entry[0] for entry in islice(entries, NEWEST)))


def archived(entries: Sequence[Told]) -> FeedContent:
    """Give a feed with its archives, of entries that are sorted.

    A month has an archive once the feed itself no longer holds all of it. Clients fetch an archive once (RFC 5005, 4),
    so it comes late, when the month is over, unless a month fills the feed; with the feed the archives hold every entry.
    """
    content = newest(entries)
    months: dict[str, list[str]] = {
        month: [] for month in sorted({month for _, _, month in entries[NEWEST:]}, reverse=True)
    }
    if not months:
        return content
    for name, _, month in entries:
        if month in months:
            months[month].append(name)
    beside = zip(("", *months), months.items(), (*list(months)[1:], ""), strict=False)
    archives = {month: Archive(tuple(names), before, after) for after, (month, names), before in beside}
    return FeedContent(content.newest, archives)
