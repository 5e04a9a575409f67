"""What feedgen 1.0.0 leaves out or gets wrong in a feed's XML, put right through its own hooks for extensions.

feedgen makes an instance of each class and calls `extend_ns` for namespaces, `extend_rss` and `extend_atom` with the
element that it has just made. It hands over nothing else, so `rss_and_atom.py` sets what is to be written.
"""

from collections.abc import Iterator
from typing import ClassVar

from lxml import etree

from plugins.feeds.view import Entry, Feed, Image

Element = etree._Element  # noqa: SLF001 (lxml has no public name for the type of its elements)

_ATOM, _DC = "http://www.w3.org/2005/Atom", "http://purl.org/dc/elements/1.1/"
_MEDIA, _HISTORY = "http://search.yahoo.com/mrss/", "http://purl.org/syndication/history/1.0"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PAGE_LINK = {"rel": "alternate", "type": "text/html"}
"""The attributes of the link to an entry's page."""


class FeedGaps:
    """For the feed as a whole."""

    feed: Feed

    def extend_ns(self) -> dict[str, str]:
        """Name the namespaces of what is added; `fh` only where it is used."""
        archive = {"fh": _HISTORY} if self.feed.history.current else {}
        return {"dc": _DC, "media": _MEDIA, **archive}

    def extend_rss(self, root: Element) -> Element:
        """Add the links to hub and archives, of which feedgen writes none in RSS, the mark of an archive, and the date.

        feedgen would format the date itself, under a locale that it sets for the whole process.
        """
        channel = root[0]
        channel.set(_LANG, self.feed.lang)
        for rel, address in links(self.feed):
            etree.SubElement(channel, f"{{{_ATOM}}}link", rel=rel, href=address)
        if self.feed.history.current:
            etree.SubElement(channel, f"{{{_HISTORY}}}archive")
        etree.SubElement(channel, "lastBuildDate").text = self.feed.updated
        return root

    def extend_atom(self, root: Element) -> Element:
        """Put the moment in place of the clock's, which feedgen stamps."""
        next(root.iterchildren("updated")).text = self.feed.updated
        return root


def links(feed: Feed) -> Iterator[tuple[str, str]]:
    """Give the links that a feed has beside those to its page and itself: relation, address."""
    history = feed.history
    named = {"hub": feed.hub, "current": history.current, "prev-archive": history.before, "next-archive": history.after}
    return ((rel, address) for rel, address in named.items() if address)


class EntryGaps:
    """For one entry."""

    entry: Entry
    namespaces: ClassVar[dict[str, str]] = {}

    def extend_ns(self) -> dict[str, str]:
        """Name no namespace: the feed does."""
        return self.namespaces

    def extend_rss(self, item: Element) -> Element:
        """Add authors, whom feedgen drops without an e-mail address, and dates: RSS of itself knows no `updated`."""
        for author in self.entry.authors:
            etree.SubElement(item, f"{{{_DC}}}creator").text = author
        etree.SubElement(item, "pubDate").text = self.entry.published
        if self.entry.updated:
            etree.SubElement(item, f"{{{_ATOM}}}updated").text = self.entry.updated
        _add_image(item, self.entry.image)
        return item

    def extend_atom(self, entry: Element) -> Element:
        """Give the link its attributes back, which feedgen loses (lkiesow/python-feedgen#135), and add the moments."""
        next(entry.iterchildren("updated")).text = self.entry.updated
        for link in entry.iterchildren("link"):
            for name, value in PAGE_LINK.items():
                link.set(name, value)
        etree.SubElement(entry, "published").text = self.entry.published
        _add_image(entry, self.entry.image)
        return entry


def _add_image(element: Element, image: Image | None) -> None:
    """Add the picture with its description (Media RSS), which feedgen's own extension cannot write."""
    if image is None:
        return
    content = etree.SubElement(element, f"{{{_MEDIA}}}content", url=image.url, medium="image")
    if image.type:
        content.set("type", image.type)
    for name, text in (("description", image.alt), ("credit", image.credit)):
        if text:
            etree.SubElement(content, f"{{{_MEDIA}}}{name}").text = text
