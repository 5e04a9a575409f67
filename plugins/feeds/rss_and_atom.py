"""Feed → RSS 2.0 or Atom 1.0. The only door to feedgen; what has to be known about feedgen 1.0.0 stands here.

- It prepends entries unless told to append.
- It writes the *last* link added as the channel's `<link>` in RSS, so that to the page goes last.
- It stamps the clock wherever no date is given: on the feed, on every entry in Atom.
- It formats dates for RSS under a locale that it sets for the whole process, which no thread is safe from; so it is given
  none to format, and the channel's, which it has from the start, is taken away.
- It writes `<content:encoded>` only where a summary is too, and only `type="html"` is right in RSS and in Atom.
- It takes text into the XML without looking: a control character is a `ValueError` (the intake refuses them first).
- A category's `scheme` becomes `domain` in RSS, which readers stumble over; readers of Atom show `term`, not `label`.
- It cannot write a stylesheet, nor `&` and `<` in titles as the RSS profile wants them: that is done to its bytes.
- An extension's namespace becomes an attribute of the entry, so it must not be the name of a method.
- `feedgen.feed` has to be imported first: feedgen's other modules need what that imports.

What else is missing is added by `feedgen_gaps.py`.
"""

import re
from html import escape
from typing import Any

from feedgen.feed import FeedGenerator
from msgspec import Struct

from plugins.feeds.feedgen_gaps import PAGE_LINK, EntryGaps, FeedGaps, links
from plugins.feeds.moments import moment
from plugins.feeds.view import Entry, Feed

RSS_TYPE, ATOM_TYPE = "application/rss+xml", "application/atom+xml"
_TITLE = re.compile(rb"<title>[^<]+</title>")
_CHANNEL_DATE = "_FeedGenerator__rss_lastBuildDate"


def rss(view: Struct) -> bytes:
    """Write a feed as RSS 2.0."""
    assert isinstance(view, Feed)
    feed = _begun(view, RSS_TYPE)
    setattr(feed, _CHANNEL_DATE, None)
    for entry in view.entries:
        _add(feed, entry)
    written: bytes = feed.rss_str(pretty=True)
    return _styled(_TITLE.sub(_plain_for_certain, written), view.stylesheet)


def atom(view: Struct) -> bytes:
    """Write a feed as Atom 1.0."""
    assert isinstance(view, Feed)
    feed = _begun(view, ATOM_TYPE)
    feed.author(name=view.author, uri=view.home)
    for entry in view.entries:
        made = _add(feed, entry)
        made.author([{"name": author} for author in entry.authors])
        made.published(moment(entry.published))
    written: bytes = feed.atom_str(pretty=True)
    return _styled(written, view.stylesheet)


def _begun(view: Feed, media_type: str) -> FeedGenerator:
    feed = FeedGenerator()
    feed.register_extension("gaps", FeedGaps, EntryGaps)
    feed.gaps.feed = view
    feed.id(view.address)
    feed.title(view.title)
    feed.description(view.description or view.title)
    feed.language(view.lang)
    feed.generator("Plumbline")
    if view.licence:
        feed.rights(view.licence)
    feed.updated(moment(view.updated))
    feed.link(href=view.address, rel="self", type=media_type)
    for rel, address in links(view):
        feed.link(href=address, rel=rel)
    feed.link(href=view.link, **PAGE_LINK)
    return feed


def _add(feed: FeedGenerator, entry: Entry) -> Any:
    made = feed.add_entry(order="append")
    made.gaps.entry = entry
    made.guid(entry.id, permalink=False)
    made.title(entry.title)
    made.link(href=entry.link, **PAGE_LINK)
    made.summary(entry.summary or entry.title)
    made.content(entry.html, type="html")
    made.updated(moment(entry.updated or entry.published))
    for category in entry.categories:
        made.category(term=category)
    return made


def _plain_for_certain(title: re.Match[bytes]) -> bytes:
    """Write `&` and `<` as the RSS profile wants them where text is no HTML: as hexadecimal references."""
    return title[0].replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")


def _styled(written: bytes, stylesheet: str) -> bytes:
    """Name the stylesheet by which a browser shows the feed to people."""
    instruction = f'\n<?xml-stylesheet type="text/css" href="{escape(stylesheet)}"?>\n'
    return written.replace(b"\n", instruction.encode(), 1)  # after the first line, which is the XML declaration
