"""A feed in plain values, and what tests read from its bytes."""

from lxml import etree

from plugins.feeds.view import Entry, Feed, History, Image

ATOM, MEDIA = "{http://www.w3.org/2005/Atom}", "{http://search.yahoo.com/mrss/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR, HISTORY = "{http://purl.org/dc/elements/1.1/}creator", "{http://purl.org/syndication/history/1.0}"
IMAGE = Image("https://x.example/i.png", "image/png", "A <b> & c", "Ann")
PLACES = History("https://x.example/f.rss.xml", "https://x.example/old.rss.xml", "https://x.example/new.rss.xml")


def entry(name: str = "one", moment: str = "2025-01-02T03:04:05-05:00", **more: object) -> Entry:
    """Make an entry."""
    given = {
        "id": f"tag:x,2025:{name}", "link": f"https://x.example/{name}/", "title": f"Is it {name}?", "summary": "Sum",
        "html": f"<p>{name}</p>", "lang": "en", "published": moment, "updated": "", "authors": ("Ann",), "categories": ("Topic",),
    }  # fmt: skip
    given |= more
    return Entry(content=given.pop("html").encode(), **given)  # type: ignore[arg-type, attr-defined]


def feed(*entries: Entry, **more: object) -> Feed:
    """Make a feed."""
    given = {
        "title": "The Feed", "description": "About it", "link": "https://x.example/", "address": "https://x.example/f.rss.xml",
        "lang": "en", "author": "The Paper", "home": "https://x.example/", "licence": "", "hub": "", "stylesheet": "/feed.css",
        "updated": max((one.updated or one.published for one in entries), default=""), "entries": entries,
    }  # fmt: skip
    return Feed(**{**given, **more})  # type: ignore[arg-type]


def channel(written: bytes) -> etree._Element:
    """Give the channel of an RSS feed."""
    return etree.fromstring(written)[0]
