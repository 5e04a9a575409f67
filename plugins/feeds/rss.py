"""FeedView → RSS 2.0. The only door to feedgen; what has to be known about feedgen 1.0.0 stands here.

- It writes the *last* link added as the channel's `<link>`, so the page goes last.
- It prepends entries unless told to append, and stamps the clock wherever no date is given.
- It drops authors without e-mail from RSS; names go into `dc:creator` (RSS Best Practices Profile).
- `<content:encoded>` appears only when a summary is there too.
- An extension's namespace becomes an attribute of the entry, so it must not be the name of a method.
"""

from datetime import datetime
from typing import Any

from feedgen.feed import FeedGenerator  # first: feedgen's other modules need what it imports

from feedgen.ext.base import BaseEntryExtension, BaseExtension  # isort: skip
from lxml import etree
from msgspec import Struct

from plugins.feeds.view import FeedView, Item

_ATOM = "http://www.w3.org/2005/Atom"
EMPTY = "2000-01-01T00:00:00+00:00"
"""The date of a feed without items: fixed, so that it is the same at every build."""


class _Updated(BaseEntryExtension):
    """Adds `<atom:updated>` to an RSS item: a correction reaches readers that look for it."""

    def __init__(self) -> None:
        self.moment = ""

    def extend_rss(self, entry: Any) -> Any:
        if self.moment:
            etree.SubElement(entry, f"{{{_ATOM}}}updated").text = self.moment
        return entry


def rss(view: Struct) -> bytes:
    """Render a feed as RSS 2.0, newest item first."""
    assert isinstance(view, FeedView)
    feed = FeedGenerator()
    feed.load_extension("dc", atom=False, rss=True)
    feed.register_extension("atom_updated", BaseExtension, _Updated, atom=False, rss=True)
    feed.id(view.self)
    feed.title(view.title)
    feed.description(view.description or view.title)
    feed.language(view.lang)
    feed.generator("Plumbline")
    feed.link(href=view.self, rel="self", type="application/rss+xml")
    feed.link(href=view.link, rel="alternate")
    moment = datetime.fromisoformat(view.updated or EMPTY)
    feed.updated(moment)
    feed.lastBuildDate(moment)
    for item in view.items:
        _add(feed, item)
    return feed.rss_str(pretty=True)


def _add(feed: FeedGenerator, item: Item) -> None:
    entry = feed.add_entry(order="append")
    entry.guid(item.id, permalink=False)
    entry.title(item.title)
    entry.link(href=item.link)
    entry.summary(item.summary or item.title)
    entry.content(item.html, type="html")
    entry.published(datetime.fromisoformat(item.published))
    entry.updated(datetime.fromisoformat(item.updated or item.published))
    entry.atom_updated.moment = item.updated
    for author in item.authors:
        entry.dc.dc_creator(author)
    for category in item.categories:
        entry.category(term=category)
