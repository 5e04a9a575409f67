"""The feeds, as readers of feeds see them."""

from pathlib import Path

import feedparser
import pytest
from lxml import etree

from plugins.feeds.rss import rss
from plugins.feeds.view import FeedView, Item

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def _feeds(folder: Path) -> list[Path]:
    return sorted(folder.glob("feeds/**/*.xml"))


@pytest.mark.parametrize("publication", ["toy", "demonstration"])
def test_every_feed_parses_newest_first(publication: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(publication)

    assert len(_feeds(folder)) >= 5
    for path in _feeds(folder):
        feed = feedparser.parse(path.read_bytes())
        moments = [entry.published_parsed for entry in feed.entries]
        assert feed.bozo == 0, path
        assert feed.feed.language == "en"
        assert moments == sorted(moments, reverse=True), path


def test_channel_leads_to_its_page_and_names_itself(toy: Path) -> None:
    for path in _feeds(toy):
        channel = etree.parse(path).find("channel")
        page = channel.findtext("link").removeprefix("https://toy.example/")
        itself = channel.find("{http://www.w3.org/2005/Atom}link").get("href")
        assert (toy / page / "index.html").is_file()
        assert itself == f"https://toy.example/{path.relative_to(toy).as_posix()}"


def test_ids_are_permanent_and_the_same_in_every_feed(toy: Path) -> None:
    names: dict[str, set[str]] = {}
    for path in _feeds(toy):
        for item in etree.parse(path).iter("item"):
            guid = item.find("guid")
            assert guid.get("isPermaLink") == "false"
            names.setdefault(item.findtext("link"), set()).add(guid.text)

    assert names["https://toy.example/checks/moon-cheese/"] == {"tag:toy.example,2025:check/moon-cheese"}
    assert all(len(ids) == 1 for ids in names.values())


def test_bodies_are_whole_and_absolute(toy: Path) -> None:
    for item in etree.parse(toy / "feeds/all.rss.xml").iter("item"):
        body = item.findtext(CONTENT)
        assert "<h2>Sources</h2>" in body
        assert 'href="#' not in body
        assert 'href="/' not in body
        assert 'src="/' not in body
        assert ' id="' not in body


def test_alias_of_a_topic_keeps_its_feed(toy: Path) -> None:
    present = feedparser.parse((toy / "feeds/topics/moon-2025.rss.xml").read_bytes())
    former = feedparser.parse((toy / "feeds/topics/lune-2025.rss.xml").read_bytes())

    assert [entry.id for entry in former.entries] == [entry.id for entry in present.entries]


def test_corrections_have_ids_of_their_own(toy: Path) -> None:
    feed = feedparser.parse((toy / "feeds/corrections.rss.xml").read_bytes())

    assert [entry.id for entry in feed.entries] == [
        "tag:toy.example,2025:correction/moon-cheese/c2",
        "tag:toy.example,2025:correction/moon-cheese/c1",
        "tag:toy.example,2025:correction/moon-withdrawn/withdrawn",
    ]


def test_what_feedgen_gets_wrong_by_itself() -> None:
    """Order, dates and the channel's link: feedgen's defaults are the traps (see `rss.py`)."""
    items = tuple(_item(name, moment) for name, moment in [("new", "2025-02-01"), ("old", "2025-01-01")])
    view = FeedView("T", "", "https://x.example/", "https://x.example/f.xml", "en", "2025-02-01T00:00:00+00:00", items)
    feed = feedparser.parse(rss(view))

    assert rss(view) == rss(view)
    assert [entry.title for entry in feed.entries] == ["new & <b>", "old & <b>"]
    assert feed.feed.link == "https://x.example/"
    assert feed.entries[0].author == "Ann"
    assert feed.entries[0].content[0].value == "<p>new</p>"
    assert feed.entries[0].updated_parsed[:3] == (2025, 3, 1)


def test_an_empty_feed_is_steady() -> None:
    view = FeedView("T", "", "https://x.example/", "https://x.example/f.xml", "en", "", ())

    assert feedparser.parse(rss(view)).bozo == 0
    assert rss(view) == rss(view)
    assert b"2000" in rss(view)


def _item(name: str, day: str) -> Item:
    moment = f"{day}T00:00:00+00:00"
    return Item(
        f"tag:x,2025:{name}", f"https://x.example/{name}/", f"{name} & <b>", "sum", f"<p>{name}</p>",
        moment, "2025-03-01T00:00:00+00:00", ("Ann",), ("Topic",),
    )  # fmt: skip
