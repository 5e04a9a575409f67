"""Feed → RSS 2.0 or Atom 1.0. The only door to feedgen; what has to be known about feedgen 1.0.0 stands here.

feedgen writes blanks, feeds of one entry without texts of their own; `moulds.py` makes all others from these.

- It prepends entries unless told to append.
- It writes the *last* link added as the channel's `<link>` in RSS, so that to the page goes last.
- It stamps the clock wherever no date is given: on the feed, on every entry in Atom, so `feedgen_gaps.py` puts ours there.
- It formats dates for RSS under a locale that it sets for the whole process, which no thread is safe from; so it is given
  none to format, and the channel's, which it has from the start, is taken away.
- It writes `<content:encoded>` only where a summary is too, and only `type="html"` is right in RSS and in Atom.
- A category's `scheme` becomes `domain` in RSS, which readers stumble over; readers of Atom show `term`, not `label`.
- It cannot write a stylesheet, nor `&` and `<` in titles as the RSS profile wants them: both are seen to here.
- An extension's namespace becomes an attribute of the entry, so it must not be the name of a method.
- `feedgen.feed` has to be imported first: feedgen's other modules need what that imports.

What else is missing is added by `feedgen_gaps.py`.
"""

from typing import Any

from feedgen.feed import FeedGenerator
from msgspec import Struct

from plugins.feeds import xml_text
from plugins.feeds.feedgen_gaps import PAGE_LINK, EntryGaps, FeedGaps, links
from plugins.feeds.moments import iso, of_mail
from plugins.feeds.moulds import Form, written
from plugins.feeds.view import Entry, Feed

RSS_TYPE, ATOM_TYPE = "application/rss+xml", "application/atom+xml"
_CHANNEL_DATE = "_FeedGenerator__rss_lastBuildDate"


def rss(view: Struct) -> bytes:
    """Write a feed as RSS 2.0."""
    assert isinstance(view, Feed)
    return written(view, _RSS)


def atom(view: Struct) -> bytes:
    """Write a feed as Atom 1.0."""
    assert isinstance(view, Feed)
    return written(view, _ATOM)


def _rss(blank: Feed) -> bytes:
    feed = _begun(blank, RSS_TYPE)
    setattr(feed, _CHANNEL_DATE, None)
    for entry in blank.entries:
        _add(feed, entry)
    return _styled(feed.rss_str(pretty=True), blank.stylesheet)


def _atom(blank: Feed) -> bytes:
    feed = _begun(blank, ATOM_TYPE)
    feed.author(name=blank.author, uri=blank.home)
    for entry in blank.entries:
        made = _add(feed, entry)
        made.author([{"name": author} for author in entry.authors])
    return _styled(feed.atom_str(pretty=True), blank.stylesheet)


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
    for category in entry.categories:
        made.category(term=category)
    return made


def _styled(blank: bytes, stylesheet: str) -> bytes:
    """Name the stylesheet by which a browser shows the feed to people."""
    instruction = f'\n<?xml-stylesheet type="text/css" href="{stylesheet}"?>\n'
    return blank.replace(b"\n", instruction.encode(), 1)  # after the first line, which is the XML declaration


def _moments_in_rss(entry: Entry) -> tuple[str, str]:
    return of_mail(entry.published), iso(entry.updated) if entry.updated else ""


def _moments_in_atom(entry: Entry) -> tuple[str, str]:
    return iso(entry.published), iso(entry.updated or entry.published)


_RSS = Form(_rss, xml_text.title, of_mail, _moments_in_rss)
_ATOM = Form(_atom, xml_text.plain, iso, _moments_in_atom)
