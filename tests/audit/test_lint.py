"""Each rule that one feed can break, with a feed that breaks it and no other."""

import pytest
from audit.feeds import GOOD, SELF, spoilt

from plugins.audit.lint import UNREADABLE, lint
from plugins.audit.rules.table import RULES

RSS, ATOM, JSON = ".rss.xml", ".atom.xml", ".json"
LATER = "<lastBuildDate>Sun, 02 Mar 2025 12:00:00 +0000</lastBuildDate>"
BROKEN = [
    (UNREADABLE, RSS, "Is it old?", "Is it \x0b old?"),
    (UNREADABLE, RSS, "</rss>", ""),
    (UNREADABLE, RSS, "<rss ", '<!DOCTYPE rss [<!ENTITY e "e">]><rss '),
    (UNREADABLE, RSS, "<rss ", '<!DOCTYPE rss SYSTEM "https://elsewhere.example/rss.dtd"><rss '),
    (UNREADABLE, ATOM, 'xmlns="http://www.w3.org/2005/Atom"', ""),
    (UNREADABLE, JSON, "]}\n", "]"),
    (UNREADABLE, JSON, "{", "[1] {"),
    ("MissingElement", RSS, "<description>All of X &amp; more</description>", ""),
    ("MissingElement", RSS, "<title>Is it old?</title>", ""),
    ("MissingElement", ATOM, "<id>tag:x.example,2025:feed</id>", ""),
    ("MissingElement", ATOM, "<author><name>Ann</name></author>", ""),
    ("MissingElement", ATOM, "<updated>2025-01-01T12:00:00+00:00</updated>", ""),
    ("MissingElement", JSON, '"title": "X", ', ""),
    ("MissingElement", JSON, '"id": "tag:x.example,2025:check/old", ', ""),
    ("MissingGuid", RSS, '<guid isPermaLink="false">tag:x.example,2025:check/old</guid>', ""),
    ("MissingContent", RSS, "<content:encoded>&lt;p&gt;Old&lt;/p&gt;</content:encoded>", ""),
    ("MissingContent", ATOM, '<content type="html">&lt;p&gt;Old&lt;/p&gt;</content>', ""),
    ("MissingContent", JSON, '"content_html": "<p>Old</p>", ', '"content_text": "Old", '),
    ("JsonVersion", JSON, "version/1.1", "version/1"),
    ("JsonIdNotString", JSON, '"tag:x.example,2025:check/old"', "7"),
    ("JsonAuthors", JSON, '"authors": [{"name": "Ann"}]', '"authors": ["Ann"]'),
    ("JsonAuthors", JSON, '"authors": [{"name": "X"}]', '"author": {"name": "X"}'),
    ("DuplicateEntries", RSS, "check/old</guid>", "check/new</guid>"),
    ("DuplicateEntries", ATOM, "check/old</id>", "check/new</id>"),
    ("DuplicateEntries", JSON, "check/old", "check/new"),
    ("InvalidPermalink", RSS, ' isPermaLink="false"', ""),
    ("MissingAtomSelfLink", RSS, 'rel="self"', 'rel="via"'),
    ("MissingAtomSelfLink", JSON, '"feed_url"', '"_url"'),
    ("SelfDoesntMatchLocation", RSS, "/feeds/all.rss.xml", "/feeds/other.rss.xml"),
    ("SelfDoesntMatchLocation", ATOM, "/feeds/all.atom.xml", "/feeds/other.atom.xml"),
    ("RelativeSelf", RSS, "https://x.example/feeds/all.rss.xml", "/feeds/all.rss.xml"),
    ("DuplicateAtomLink", ATOM, "<summary>", '<link href="https://x.example/other/" rel="alternate" type="text/html"/><summary>'),
    ("DuplicateAtomLink", RSS, "<language>", '<atom:link href="https://hub.example/" rel="hub"/><language>'),
    ("InvalidFullLink", RSS, "<link>https://x.example/</link>", "<link>/</link>"),
    ("InvalidFullLink", RSS, "<link>https://x.example/checks/old/</link>", ""),
    ("InvalidFullLink", ATOM, 'href="https://x.example/checks/old/"', 'href="/checks/old/"'),
    ("InvalidFullLink", JSON, '"url": "https://x.example/checks/old/"', '"url": "checks/old/"'),
    ("ChannelLinkIsFeed", RSS, "<link>https://x.example/</link>", "<link>https://x.example/feeds/all.rss.xml</link>"),
    ("ChannelLinkIsFeed", RSS, "<link>https://x.example/</link>", "<link>https://hub.example/</link>"),
    ("InvalidMIMEType", ATOM, 'type="text/html"', 'type="web page"'),
    ("InvalidMIMEType", ATOM, '<content type="html">', '<content type="CDATA">'),
    ("InvalidMIMEType", RSS, 'type="application/rss+xml"', 'type="rss"'),
    ("StylesheetNotCss", RSS, "text/css", "text/xsl"),
    ("MissingCurrentInArchive", RSS, "<language>", "<fh:archive/><language>"),
    ("InvalidRFC2822Date", RSS, "Wed, 01 Jan 2025 12:00:00 +0000", "2025-01-01T12:00:00Z"),
    ("InvalidRFC2822Date", RSS, "Wed, 01 Jan 2025 12:00:00 +0000", "Wed, 41 Jan 2025 12:00:00 +0000"),
    ("InvalidRFC2822Date", RSS, LATER, "<lastBuildDate>Sunday</lastBuildDate>"),
    ("InvalidRFC3339Date", RSS, "2025-03-02T12:00:00+00:00", "2025-03-02"),
    ("InvalidRFC3339Date", ATOM, "<published>2025-01-01T12:00:00+00:00", "<published>2025-01-01T12:00:00"),
    ("InvalidRFC3339Date", JSON, "2025-01-01T12:00:00+00:00", "2025-13-01T12:00:00+00:00"),
    ("ImplausibleDate", RSS, "Wed, 01 Jan 2025 12:00:00 +0000", "Mon, 01 Jan 1900 12:00:00 +0000"),
    ("ImplausibleDate", RSS, LATER, LATER.replace("2025", "2024")),
    ("ImplausibleDate", JSON, "2025-01-01T12:00:00+00:00", "0001-01-01T12:00:00+00:00"),
    ("NotNewestFirst", RSS, "Sat, 01 Mar 2025", "Sun, 01 Dec 2024"),
    ("NotNewestFirst", ATOM, "<published>2025-03-01", "<published>2024-03-01"),
    ("NotNewestFirst", JSON, '"date_published": "2025-03-01', '"date_published": "2024-03-01'),
    ("ContainsHTML", RSS, "<title>Is it old?</title>", "<title>Is it &#x3C;b&#x3E;old&#x3C;/b&#x3E;?</title>"),
    ("ContainsHTML", RSS, "All of X &amp; more", "All of X &amp;amp; more"),
    ("ContainsHTML", RSS, "<category>Trade", "<category>&lt;i&gt;Trade&lt;/i&gt;"),
    ("ContainsHTML", JSON, "Is it new & true?", "Is it new &amp; true?"),
    ("ContainsUndeclaredHTML", ATOM, "Is it old?", "Is it &lt;b&gt;old&lt;/b&gt;?"),
    ("ContainsUndeclaredHTML", ATOM, '<content type="html">', "<content>"),
    ("TitleWithAngle", RSS, "Is it old?", "Is 1 &#x3C; 2?"),
    ("TitleWithAngle", ATOM, "Is it old?", "Is 1 &lt; 2?"),
    ("TitleWithAngle", JSON, "Is it old?", "Is 1 < 2?"),
    ("CharacterData", RSS, "new &#x26; true", "new &amp; true"),
    ("ContainsRelRef", RSS, "&lt;p&gt;Old", '&lt;p&gt;&lt;a href="/checks/new/"&gt;Old&lt;/a&gt;'),
    ("ContainsRelRef", RSS, "&lt;p&gt;Old", '&lt;p&gt;&lt;img srcset="https://x.example/a.png 1x, b.png 2x"&gt;Old'),
    ("ContainsRelRef", ATOM, "&lt;p&gt;Old", '&lt;p&gt;&lt;img src="//x.example/a.png"&gt;Old'),
    ("ContainsRelRef", JSON, "<p>Old", "<p><a href='../new/'>Old</a>"),
    ("FragmentLink", RSS, "https://x.example/checks/new/#src-a", "#src-a"),
    ("FragmentLink", ATOM, "https://x.example/checks/new/#src-a", "#src-a"),
    ("FragmentLink", JSON, "https://x.example/checks/new/#src-a", "#src-a"),
    ("SecurityRisk", RSS, "&lt;p&gt;Old", "&lt;p&gt;&lt;script&gt;x()&lt;/script&gt;Old"),
    ("SecurityRisk", RSS, "&lt;p&gt;Old", '&lt;p onclick="x()"&gt;Old'),
    ("SecurityRisk", ATOM, "&lt;p&gt;Old", '&lt;p&gt;&lt;a href="JavaScript:x()"&gt;Old&lt;/a&gt;'),
    ("SecurityRisk", JSON, "<p>Old", "<form></form><p>Old"),
    ("NeedDescriptionBeforeContent", RSS, "<description>It is old</description>", ""),
    ("ImageTitleDoesntMatch", RSS, "<url>https://x.example/x.png</url><title>X", "<url>https://x.example/x.png</url><title>Y"),
    ("CategoryDomain", RSS, "<category>", '<category domain="https://x.example/topics/">'),
]  # fmt: skip


def _codes(text: str, kind: str) -> set[str]:
    return {problem.code for problem in lint(text.encode(), SELF + kind)}


@pytest.mark.parametrize("kind", GOOD)
def test_no_rule_speaks_of_a_good_feed(kind: str) -> None:
    assert lint(GOOD[kind].encode(), SELF + kind) == []


@pytest.mark.parametrize(("rule", "kind", "old", "new"), BROKEN)
def test_a_broken_feed_breaks_its_rule_alone(rule: str, kind: str, old: str, new: str) -> None:
    assert _codes(spoilt(GOOD[kind], old, new), kind) == {rule}


def test_every_rule_is_broken_once() -> None:
    assert {rule.name for rule in RULES} | {UNREADABLE} == {rule for rule, *_ in BROKEN}


def test_a_problem_says_where_and_what_to_do() -> None:
    text = spoilt(GOOD[RSS], "Is it old?", "Is 1 &#x3C; 2?")

    [found] = lint(text.encode(), SELF + RSS, "output/feeds/all.rss.xml")

    assert (found.place.path, found.place.line) == ("output/feeds/all.rss.xml", 25)
    assert found.message == "The title “Is 1 < 2?” holds <: some readers leave out what follows."
    assert found.fix == "write the title without <, e.g. “less than”"


def test_more_than_may_be_written_by_name() -> None:
    """Of the three, only `&` and `<` are decoded twice by some."""
    assert _codes(spoilt(GOOD[RSS], "new &#x26; true", "new -&gt; true"), RSS) == set()


def test_nothing_at_all_is_no_feed() -> None:
    assert [_codes("", kind) for kind in GOOD] == [{UNREADABLE}] * 3
