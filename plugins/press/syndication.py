"""What views may read of what stands in feeds. Every read is remembered."""

from plugins.core.resolve.feed_content import Archive, FeedContent
from plugins.press.evidence import Evidence


class Syndication(Evidence):
    """The part of a site that tells what stands in its feeds; their names are those of `core/resolve/feeds.py`."""

    prefix: str

    def feed(self, name: str) -> FeedContent:
        """Give what a feed of this language holds; of its archives a view may show which is the newest."""
        self._watch.note(f"feed {name} {self.prefix}")
        return self._publication.feeds[self.prefix][name]

    def archive(self, name: str, month: str) -> Archive:
        """Give what the archive of a feed holds for a month."""
        self._watch.note(f"archive {name} {month} {self.prefix}")
        return self._publication.feeds[self.prefix][name].archives[month]
