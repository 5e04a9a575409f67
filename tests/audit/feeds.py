"""A good feed of each kind, small enough to be read; tests spoil one thing at a time."""

SELF = "https://x.example/feeds/all"

RSS = """<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/css" href="https://x.example/assets/feed.css"?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:fh="http://purl.org/syndication/history/1.0" version="2.0">
<channel>
<title>X</title>
<link>https://x.example/</link>
<description>All of X &amp; more</description>
<atom:link href="https://x.example/feeds/all.rss.xml" rel="self" type="application/rss+xml"/>
<atom:link href="https://hub.example/" rel="hub"/>
<language>en</language>
<lastBuildDate>Sun, 02 Mar 2025 12:00:00 +0000</lastBuildDate>
<image><url>https://x.example/x.png</url><title>X</title><link>https://x.example/</link></image>
<item>
<title>Is it new &#x26; true?</title>
<link>https://x.example/checks/new/</link>
<description>It is new</description>
<content:encoded>&lt;p&gt;New &lt;a href="https://x.example/checks/new/#src-a"&gt;[1]&lt;/a&gt;&lt;/p&gt;</content:encoded>
<dc:creator>Ann</dc:creator>
<category>Trade</category>
<guid isPermaLink="false">tag:x.example,2025:check/new</guid>
<pubDate>Sat, 01 Mar 2025 12:00:00 +0000</pubDate>
<atom:updated>2025-03-02T12:00:00+00:00</atom:updated>
</item>
<item>
<title>Is it old?</title>
<link>https://x.example/checks/old/</link>
<description>It is old</description>
<content:encoded>&lt;p&gt;Old&lt;/p&gt;</content:encoded>
<dc:creator>Ann</dc:creator>
<guid isPermaLink="false">tag:x.example,2025:check/old</guid>
<pubDate>Wed, 01 Jan 2025 12:00:00 +0000</pubDate>
</item>
</channel>
</rss>
"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>tag:x.example,2025:feed</id>
<title>X</title>
<updated>2025-03-02T12:00:00+00:00</updated>
<link href="https://x.example/" rel="alternate" type="text/html"/>
<link href="https://x.example/feeds/all.atom.xml" rel="self" type="application/atom+xml"/>
<link href="https://hub.example/" rel="hub"/>
<entry>
<id>tag:x.example,2025:check/new</id>
<title>Is it new &amp; true?</title>
<updated>2025-03-02T12:00:00+00:00</updated>
<published>2025-03-01T12:00:00+00:00</published>
<author><name>Ann</name></author>
<link href="https://x.example/checks/new/" rel="alternate" type="text/html"/>
<summary>It is new</summary>
<content type="html">&lt;p&gt;New &lt;a href="https://x.example/checks/new/#src-a"&gt;[1]&lt;/a&gt;&lt;/p&gt;</content>
</entry>
<entry>
<id>tag:x.example,2025:check/old</id>
<title>Is it old?</title>
<updated>2025-01-01T12:00:00+00:00</updated>
<published>2025-01-01T12:00:00+00:00</published>
<author><name>Ann</name></author>
<link href="https://x.example/checks/old/" rel="alternate" type="text/html"/>
<content type="html">&lt;p&gt;Old&lt;/p&gt;</content>
</entry>
</feed>
"""

JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "X", "language": "en",
"home_page_url": "https://x.example/", "feed_url": "https://x.example/feeds/all.json",
"hubs": [{"type": "WebSub", "url": "https://hub.example/"}], "authors": [{"name": "X"}], "items": [
{"id": "tag:x.example,2025:check/new", "url": "https://x.example/checks/new/", "title": "Is it new & true?",
"content_html": "<p>New <a href=\\"https://x.example/checks/new/#src-a\\">[1]</a></p>",
"date_published": "2025-03-01T12:00:00+00:00", "date_modified": "2025-03-02T12:00:00+00:00", "authors": [{"name": "Ann"}]},
{"id": "tag:x.example,2025:check/old", "url": "https://x.example/checks/old/", "title": "Is it old?",
"content_html": "<p>Old</p>", "date_published": "2025-01-01T12:00:00+00:00", "authors": [{"name": "Ann"}]}
]}
"""

GOOD = {".rss.xml": RSS, ".atom.xml": ATOM, ".json": JSON}
"""By what their addresses end in."""

OPML = """<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>X</title></head><body>
<outline type="rss" text="X" xmlUrl="https://x.example/feeds/all.rss.xml" htmlUrl="https://x.example/"/>
</body></opml>
"""


def spoilt(text: str, old: str, new: str) -> str:
    """Change one thing of a feed, which has to be there."""
    assert old in text, old
    return text.replace(old, new, 1)
