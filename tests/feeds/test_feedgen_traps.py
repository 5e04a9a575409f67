"""What feedgen 1.0.0 gets wrong by itself, and that our feeds have none of it.

Each test first shows the trap in feedgen: one that fails there tells that feedgen was mended, and our cure can go.
"""

import locale
import re
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

import pytest
from feedgen.feed import FeedGenerator
from feeds.samples import ATOM, CONTENT, CREATOR, HISTORY, IMAGE, MEDIA, PLACES, channel, entry, feed
from lxml import etree

from plugins.feeds.json_feed import json_feed
from plugins.feeds.rss_and_atom import atom, rss

HUB = "https://hub.example/"
LINKS = {"hub": HUB, "current": PLACES.current, "prev-archive": PLACES.before, "next-archive": PLACES.after}


def bare() -> Any:
    """Give feedgen's own feed with what it cannot do without."""
    made = FeedGenerator()
    made.id("https://x.example/f.xml")
    made.title("T")
    made.description("D")
    made.link(href="https://x.example/", rel="alternate")
    return made


def filled(made: Any, **more: object) -> Any:
    one = made.add_entry()
    one.id("tag:x,2025:one")
    one.title("One & <b>")
    for name, value in more.items():
        getattr(one, name)(value)
    return one


def test_entry_links_lose_their_attributes() -> None:
    """lkiesow/python-feedgen#135: `rel` and `type` of links in Atom entries are lost."""
    made = bare()
    filled(made).link(href="https://x.example/one/", rel="alternate", type="text/html")
    assert set(etree.fromstring(made.atom_str()).find(f"{ATOM}entry/{ATOM}link").attrib) == {"href"}

    link = etree.fromstring(atom(feed(entry()))).find(f"{ATOM}entry/{ATOM}link")
    assert dict(link.attrib) == {"href": "https://x.example/one/", "rel": "alternate", "type": "text/html"}


def test_channel_link_is_the_last_one_added() -> None:
    made = bare()
    made.link(href=HUB, rel="hub")
    assert channel(made.rss_str()).findtext("link") == HUB

    assert channel(rss(feed(entry(), hub=HUB, history=PLACES))).findtext("link") == "https://x.example/"


def test_entries_are_put_in_front() -> None:
    """lkiesow/python-feedgen#55."""
    made = bare()
    for name in "first", "second":
        made.add_entry().title(name)
    assert [one.findtext("title") for one in channel(made.rss_str()).iter("item")] == ["second", "first"]

    both = feed(entry("first"), entry("second"))
    assert [one.findtext("title") for one in channel(rss(both)).iter("item")] == ["Is it first?", "Is it second?"]
    assert re.findall(rb"<title>(Is it .*?)</title>", atom(both)) == [b"Is it first?", b"Is it second?"]


def test_the_clock_gets_in() -> None:
    made = bare()
    filled(made, content="x")
    assert str(datetime.now(UTC).year).encode() in made.rss_str()
    assert etree.fromstring(made.atom_str()).findtext(f"{ATOM}entry/{ATOM}updated")[:4] == str(datetime.now(UTC).year)

    for view in feed(), feed(entry()), feed(entry(updated="2025-02-01T00:00:00+00:00")):
        for written in rss(view), atom(view):
            assert set(re.findall(rb"20\d\d-\d\d-\d\d|, \d\d \w{3} 20\d\d", written)) <= {
                b"2000-01-01", b", 01 Jan 2000", b"2025-01-02", b", 02 Jan 2025", b"2025-02-01", b", 01 Feb 2025",
            }  # fmt: skip


def test_authors_without_mail_vanish_from_rss() -> None:
    """lkiesow/python-feedgen#57."""
    made = bare()
    filled(made, author={"name": "Ann"})
    assert b"Ann" not in made.rss_str()

    item = channel(rss(feed(entry(authors=("Ann", "Bo"))))).find("item")
    assert [one.text for one in item.iterchildren(CREATOR)] == ["Ann", "Bo"]


def test_atom_without_an_author_is_written_all_the_same() -> None:
    made = bare()
    filled(made, content="x")
    assert b"<author>" not in made.atom_str()

    root = etree.fromstring(atom(feed()))
    assert (root.findtext(f"{ATOM}author/{ATOM}name"), root.findtext(f"{ATOM}author/{ATOM}uri")) == (
        "The Paper",
        "https://x.example/",
    )


def test_hub_and_archives_are_missing_in_rss() -> None:
    made = bare()
    for rel, href in LINKS.items():
        made.link(href=href, rel=rel)
    assert channel(made.rss_str()).findall(f"{ATOM}link") == []

    written = channel(rss(feed(entry(), hub=HUB, history=PLACES)))
    links = {one.get("rel"): one.get("href") for one in written.iterchildren(f"{ATOM}link")}
    assert links == {"self": "https://x.example/f.rss.xml", **LINKS}
    assert written.find(f"{HISTORY}archive") is not None
    assert channel(rss(feed(entry()))).find(f"{HISTORY}archive") is None
    of_atom = {
        one.get("rel"): one.get("href") for one in etree.fromstring(atom(feed(hub=HUB))).iterchildren(f"{ATOM}link")
    }
    assert of_atom == {"self": "https://x.example/f.rss.xml", "hub": HUB, "alternate": "https://x.example/"}


def test_rss_knows_no_updated() -> None:
    made = bare()
    filled(made, updated="2025-02-01T00:00:00+00:00")
    assert b"2025-02-01" not in made.rss_str()

    changed, steady = channel(rss(feed(entry(updated="2025-02-01T00:00:00+00:00"), entry("two")))).iter("item")
    assert changed.findtext(f"{ATOM}updated") == "2025-02-01T00:00:00+00:00"
    assert changed.findtext("pubDate") == "Thu, 02 Jan 2025 03:04:05 -0500"
    assert steady.find(f"{ATOM}updated") is None


def test_full_text_needs_a_summary_and_its_type() -> None:
    made = bare()
    filled(made, content="<p>x</p>")
    assert channel(made.rss_str()).find(f"item/{CONTENT}") is None
    assert etree.fromstring(made.atom_str()).find(f"{ATOM}entry/{ATOM}content").get("type") is None

    view = feed(entry(summary=""))
    assert channel(rss(view)).findtext(f"item/{CONTENT}") == "<p>one</p>"
    content = etree.fromstring(atom(view)).find(f"{ATOM}entry/{ATOM}content")
    assert (content.get("type"), content.text) == ("html", "<p>one</p>")


def test_titles_have_references_that_no_reader_takes_for_html() -> None:
    """RSS profile: `&` and `<` in text that is no HTML are hexadecimal references."""
    made = bare()
    filled(made)
    assert b"<title>One &amp; &lt;b&gt;</title>" in made.rss_str()

    view = feed(entry(title="One & <b> ]]> 🇨🇦 \u200fمن\u200f"), title="A & <c>")
    written = rss(view)
    assert b"<title>A &#x26; &#x3C;c&gt;</title>" in written
    assert b"<title>One &#x26; &#x3C;b&gt; ]]&gt;" in written
    for root in channel(written).find("item"), etree.fromstring(atom(view)).find(f"{ATOM}entry"):
        assert next(one.text for one in root if one.tag.endswith("title")) == "One & <b> ]]> 🇨🇦 \u200fمن\u200f"


def test_no_domain_and_the_name_as_term() -> None:
    made = bare()
    filled(made).category(term="id", scheme="https://x.example/topics/", label="Topic")
    assert channel(made.rss_str()).find("item/category").get("domain") == "https://x.example/topics/"

    view = feed(entry(categories=("Größe & Gewicht",)))
    assert dict(channel(rss(view)).find("item/category").attrib) == {}
    assert etree.fromstring(atom(view)).find(f"{ATOM}entry/{ATOM}category").get("term") == "Größe & Gewicht"


def test_no_stylesheet() -> None:
    assert not hasattr(FeedGenerator, "stylesheet")

    for written in rss(feed()), atom(feed()):
        assert written.split(b"\n")[1] == b'<?xml-stylesheet type="text/css" href="/feed.css"?>'
        assert etree.fromstring(written).getprevious().tag is etree.ProcessingInstruction


def test_dates_set_a_locale_for_the_whole_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("not thread-safe")

    monkeypatch.setattr(locale, "setlocale", refused)
    with pytest.raises(AssertionError):
        bare().rss_str()

    written = channel(rss(feed(entry())))
    assert written.findtext("lastBuildDate") == written.findtext("item/pubDate")
    assert written.findtext("lastBuildDate") == format_datetime(datetime.fromisoformat("2025-01-02T03:04:05-05:00"))


def test_offsets_from_before_standard_time() -> None:
    written = rss(feed(entry(moment="1871-01-02T03:04:05-05:17:32")))

    assert channel(written).findtext("item/pubDate") == "Mon, 02 Jan 1871 03:04:05 -0518"
    assert b"<published>1871-01-02T03:04:05-05:18</published>" in atom(
        feed(entry(moment="1871-01-02T03:04:05-05:17:32"))
    )


@pytest.mark.parametrize("title", ["a\x0bb", "a\ud83cb"])
def test_control_characters_and_lone_surrogates_give_nothing(title: str) -> None:
    """ckan/ckan#6378. The intake refuses them, at their place; here nothing half-written comes of them."""
    made = bare()
    made.add_entry().title(title)
    with pytest.raises((ValueError, UnicodeEncodeError)):
        made.rss_str()

    for write in rss, atom, json_feed:
        with pytest.raises((ValueError, UnicodeEncodeError)):
            write(feed(entry(title=title, summary=title.replace("\x0b", "\ud83c"))))


def test_pictures_have_no_words() -> None:
    made = bare()
    made.load_extension("media")
    with pytest.raises(ValueError, match="keys"):
        filled(made).media.content({"url": IMAGE.url, "description": IMAGE.alt})

    view = feed(entry(image=IMAGE))
    for root in channel(rss(view)), etree.fromstring(atom(view)):
        content = next(root.iter(f"{MEDIA}content"))
        assert dict(content.attrib) == {"url": IMAGE.url, "medium": "image", "type": "image/png"}
        assert [one.text for one in content] == ["A <b> & c", "Ann"]


@pytest.mark.parametrize(
    ("first", "code"), [("feedgen.util", 1), ("feedgen.feed", 0), ("plugins.feeds.rss_and_atom", 0)]
)
def test_order_of_imports(first: str, code: int) -> None:
    command = [sys.executable, "-c", f"import {first}"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == code
