"""What views may read of what stands in feeds. Every read is remembered."""

from collections.abc import Callable
from typing import TypeVar

from plugins.core.resolve.feed_content import Archive, FeedContent
from plugins.press.gathered import Gathered

T = TypeVar("T")


class Syndication(Gathered):
    """The part of a site that tells what stands in its feeds; their names are those of `core/resolve/feeds.py`."""

    _languages: int
    _language: int
    """Which of the languages of the publication it is, from 0."""

    @property
    def numbered_entries(self) -> int:
        """How many entries of feeds have a number: those of fact-checks, in each language."""
        return len(self._publication.factchecks) * self._languages

    def entry(self, make: Callable[..., T], name: str) -> T:
        """Make an entry by `make(site, name)`, or give it as it was made for another feed, lately or by another process."""
        return self._watch.lately(self, make, (name,), self._number_of_entry(name))

    def _number_of_entry(self, name: str) -> int | None:
        """Number the entries of fact-checks, those of each language apart; those of events have none."""
        number = self._listings.number(name) if self._listings else None
        return None if number is None else number * self._languages + self._language

    def feed(self, name: str) -> FeedContent:
        """Give what a feed of this language holds; of its archives a view may show which is the newest."""
        self._watch.note(f"feed {name} {self.prefix}")
        return self._publication.feeds[self.prefix][name]

    def archive(self, name: str, month: str) -> Archive:
        """Give what the archive of a feed holds for a month."""
        self._watch.note(f"archive {name} {month} {self.prefix}")
        return self._publication.feeds[self.prefix][name].archives[month]
