"""What views may read of what stands in feeds. Every read is remembered."""

from collections.abc import Callable
from typing import TypeVar

from plugins.core.resolve.feed_content import Archive, FeedContent
from plugins.press.evidence import Evidence

T = TypeVar("T")


class Syndication(Evidence):
    """The part of a site that tells what stands in its feeds; their names are those of `core/resolve/feeds.py`."""

    lang: str
    prefix: str

    def feed(self, name: str) -> FeedContent:
        """Give what a feed of this language holds; of its archives a view may show which is the newest."""
        self._watch.note(f"feed {name} {self.prefix}")
        return self._publication.feeds[self.prefix][name]

    def archive(self, name: str, month: str) -> Archive:
        """Give what the archive of a feed holds for a month."""
        self._watch.note(f"archive {name} {month} {self.prefix}")
        return self._publication.feeds[self.prefix][name].archives[month]

    def lately(self, make: Callable[..., T], *of: str | int) -> T:
        """Make a part by `make(site, *of)` that a few views made one after the other share, and keep it for as long as they may need it."""
        return self._watch.lately(self, make, of)
