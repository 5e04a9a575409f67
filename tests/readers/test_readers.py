"""What people see of our feeds in the programs that they read them with."""

import json
import subprocess
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urldefrag

import feedparser
import pytest
from bs4 import BeautifulSoup
from lxml import etree
from readers import sfeed
from readers.newsboat import Newsboat
from readers.nginx import Nginx, fetch
from readers.publication import CHECKS, PEOPLE, TOPICS
from readers.rss2email import Rss2email, read
from readers.shown import Shown, shown
from readers.tools import needs_readers
from web.tools import needs_node_packages, node

pytestmark = needs_readers
ALL = "/feeds/all.rss.xml"
KINDS = (ALL, "/feeds/all.atom.xml", "/feeds/all.json")
EVENT = "tag:small.example,2025:correction/length/c1"


def _ids(items: list[Shown]) -> list[str]:
    return [item.id for item in items]


def _judge(items: list[Shown], server: Nginx) -> None:
    """Every fact-check is shown whole: title, author, day, full text, and citations that lead to their sources."""
    known = {item.id: item for item in items}
    for name, header in CHECKS.items():
        one = known[f"tag:small.example,2025:check/{name}"]
        assert one.title == header["title"]
        assert one.author == PEOPLE[header["authors"][0]]["name"]
        assert one.day == header["published"]
        assert one.link == f"{server.address}/checks/{name}/"
        assert "By The Survey" in one.text
        assert "By The Minutes" in one.text
        assert one.cited() == [f"{one.link}#src-survey", f"{one.link}#src-minutes"]
        assert set(one.cited()) <= _places(one.link)
    assert known[EVENT].title == f"Correction: {CHECKS['length']['title']}"
    assert "We misread the survey." in known[EVENT].text
    assert len(items) == len(CHECKS) + 1


def _places(page: str) -> set[str]:
    """Give the addresses of all places on a page that is served."""
    soup = BeautifulSoup(fetch(page).content, "lxml")
    return {f"{urldefrag(page).url}#{one['id']}" for one in soup.find_all(id=True)}


def test_newsboat(server: Nginx, tmp_path: Path) -> None:
    reader = Newsboat(tmp_path / "home", server.address + ALL)
    for _ in range(3):  # it keeps the ETag of the second answer
        reader.reload()

    assert server.asked()[-1] == (ALL, 304)
    assert reader.unread() == len(CHECKS) + 1
    _judge(reader.items(), server)


def test_rss2email(server: Nginx, tmp_path: Path) -> None:
    reader = Rss2email(tmp_path / "home", server.address + ALL)
    mails = reader.run()

    _judge([read(mail) for mail in mails], server)
    assert reader.run() == []
    assert server.asked()[-1] == (ALL, 304)


def test_sfeed(server: Nginx, tmp_path: Path) -> None:
    _judge(sfeed.subscribe(tmp_path / "home", server.address + ALL), server)


@pytest.mark.parametrize("kind", KINDS[:2])
def test_feedparser(kind: str, server: Nginx) -> None:
    feed = feedparser.parse(server.address + kind)
    again = feedparser.parse(server.address + kind, etag=feed.etag, modified=feed.modified)

    assert feed.bozo == 0
    _judge([_of_feedparser(entry) for entry in feed.entries], server)
    assert again.status == 304


def _of_feedparser(entry: feedparser.FeedParserDict) -> Shown:
    day = "{:04}-{:02}-{:02}".format(*entry.published_parsed[:3])
    text = entry.content[0].value
    return shown(id=entry.id, title=entry.title, author=entry.get("author"), day=day, link=entry.link, text=text)


@needs_node_packages
def test_rss_parser_and_feedsmith(server: Nginx) -> None:
    found = node("subscribe.mjs", *(server.address + kind for kind in KINDS))

    assert [sorted(programs) for programs in found.values()] == [["feedsmith", "rss-parser"]] * 2 + [["feedsmith"]]
    for programs in found.values():
        for items in programs.values():
            _judge([shown(**{**item, "day": _day(item["day"])}) for item in items], server)


def _day(text: str) -> str:
    """Read a date as feeds of either kind write it."""
    moment = datetime.fromisoformat(text) if text[:4].isdigit() else parsedate_to_datetime(text)
    return moment.date().isoformat()


def test_the_list_of_feeds_is_imported_and_each_is_there(server: Nginx, tmp_path: Path) -> None:
    opml = fetch(f"{server.address}/feeds.opml").content
    listed = [one.get("xmlUrl") for one in etree.fromstring(opml).iter("outline") if one.get("xmlUrl")]
    imported = sfeed.imported(opml, tmp_path)

    assert f"{server.address}{ALL}" in listed
    assert f"{server.address}/feeds/topics/{next(iter(TOPICS))}.rss.xml" in listed
    for feed in listed:
        assert f"'{feed}'" in imported
        assert fetch(feed).status == 200


def test_the_feeds_are_found_on_the_home_page(server: Nginx, tmp_path: Path) -> None:
    found = sfeed.found_on(fetch(f"{server.address}/").content, f"{server.address}/", tmp_path)

    assert (f"{server.address}{ALL}", "application/rss+xml") in found


def test_no_feed_stumbles_a_strict_parser(site: Path) -> None:
    files = [*site.rglob("feeds/**/*.xml"), site / "feeds.opml"]
    found = subprocess.run(["xmllint", "--noout", *files], capture_output=True, text=True, check=False)

    assert len(files) > 5
    assert (found.returncode, found.stderr) == (0, "")


def test_json_is_json(site: Path) -> None:
    assert json.loads((site / "feeds/all.json").read_bytes())["version"] == "https://jsonfeed.org/version/1.1"
