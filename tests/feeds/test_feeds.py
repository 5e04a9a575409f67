"""The feeds of a publication, as readers of feeds see them."""

import json
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from feeds.samples import ATOM, IMAGE, channel, entry, feed
from jsonschema import Draft202012Validator
from lxml import etree
from small import check, loaded, site_of, source

from plugins.feeds.json_feed import json_feed
from plugins.feeds.opml import opml
from plugins.feeds.outlines import opml_view
from plugins.feeds.page import feeds_view
from plugins.feeds.room import pages
from plugins.feeds.rss_and_atom import atom, rss

HUB = "https://hub.example/"
MOMENT = {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$"}
AUTHORS = {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["name"]}}
WHOLE = {"type": "string", "pattern": "^https://"}
ITEM = {
    "type": "object",
    "required": ["id", "url", "title", "content_html", "date_published", "authors", "language"],
    "properties": {
        "id": {"type": "string"}, "url": WHOLE, "image": WHOLE, "content_html": {"type": "string"},
        "date_published": MOMENT, "date_modified": MOMENT, "authors": AUTHORS, "tags": {"type": "array"},
        "summary": {"type": "string"}, "title": {"type": "string"}, "language": {"type": "string"},
    },
    "additionalProperties": False,
}  # fmt: skip
JSON_FEED = Draft202012Validator({
    "type": "object",
    "required": ["version", "title", "home_page_url", "feed_url", "items", "authors"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"}, "home_page_url": WHOLE, "feed_url": WHOLE,
        "items": {"type": "array", "items": ITEM}, "authors": AUTHORS, "title": {"type": "string"},
        "description": {"type": "string"}, "language": {"type": "string"},
        "hubs": {"type": "array", "items": {"type": "object", "required": ["type", "url"]}},
    },
    "additionalProperties": False,
})  # fmt: skip
"""The parts of https://www.jsonfeed.org/version/1.1/ that we write."""


def _feeds(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("feeds/**/*.xml")) if path.name != "feeds.opml"]


@pytest.mark.parametrize("publication", ["toy", "demonstration"])
def test_every_feed_parses_newest_first(publication: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(publication)

    assert len(_feeds(folder)) >= 10
    for path in _feeds(folder):
        feed = feedparser.parse(path.read_bytes())
        moments = [entry.published_parsed for entry in feed.entries]
        assert feed.bozo == 0, path
        assert feed.feed.language == "en"
        assert moments == sorted(moments, reverse=True), path
        assert len({entry.id for entry in feed.entries}) == len(moments)


def test_a_feed_leads_to_its_page_and_names_itself(toy: Path) -> None:
    for path in _feeds(toy):
        root = etree.parse(path).getroot()
        links = {
            one.get("rel"): one.get("href") for one in root.iter(f"{ATOM}link") if one.getparent().tag != f"{ATOM}entry"
        }
        page = links.get("alternate") or root.findtext("channel/link")
        assert (toy / page.removeprefix("https://toy.example/") / "index.html").is_file()
        assert links["self"] == f"https://toy.example/{path.relative_to(toy).as_posix()}"


def test_the_short_address_has_the_very_feed_of_all(toy: Path) -> None:
    assert (toy / "rss.xml").read_bytes() == (toy / "feeds/all.rss.xml").read_bytes()
    assert (toy / "fr/rss.xml").read_bytes() == (toy / "fr/feeds/all.rss.xml").read_bytes()
    assert 'href="https://toy.example/feeds/all.rss.xml"' in (toy / "feed/index.html").read_text()
    assert 'url=/fr/feeds/all.rss.xml"' in (toy / "fr/feed/index.html").read_text()


def test_all_forms_hold_the_same(toy: Path) -> None:
    for path in toy.glob("**/feeds/**/*.atom.xml"):
        name = path.name.removesuffix(".atom.xml")
        of_rss, of_atom = (
            feedparser.parse(path.with_name(f"{name}.{form}.xml").read_bytes()).entries for form in ("rss", "atom")
        )
        of_json = json.loads(path.with_name(f"{name}.json").read_bytes())["items"]
        assert [one.id for one in of_rss] == [one.id for one in of_atom] == [one["id"] for one in of_json]
        assert [one.content[0].value for one in of_rss] == [one.content[0].value for one in of_atom]
        assert [one.link for one in of_rss] == [one.link for one in of_atom] == [one["url"] for one in of_json]
        for rss_entry, atom_entry, json_entry in zip(of_rss, of_atom, of_json, strict=True):
            names = [one["name"] for one in json_entry["authors"]]
            assert [one.name for one in atom_entry.authors] == [one.name for one in rss_entry.authors] == names
        assert [one.tags for one in of_rss if "tags" in one] == [one.tags for one in of_atom if "tags" in one]


@pytest.mark.parametrize("publication", ["toy", "demonstration"])
def test_json_feeds_are_as_the_format_wants(publication: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(publication)
    found = sorted(folder.glob("**/feeds/**/*.json"))

    assert len(found) >= 4
    for path in found:
        written = json.loads(path.read_bytes())
        assert [one.message for one in JSON_FEED.iter_errors(written)] == []
        assert written["feed_url"].endswith(f"/{path.relative_to(folder).as_posix()}")


def test_json_feed_of_everything() -> None:
    one = entry(updated="2025-02-01T00:00:00+00:00", image=IMAGE, title="A & <b> ]]> 🇨🇦")
    written = json.loads(json_feed(feed(one, hub=HUB)))

    assert [fault.message for fault in JSON_FEED.iter_errors(written)] == []
    assert written["hubs"] == [{"url": HUB, "type": "WebSub"}]
    assert written["items"][0]["image"] == IMAGE.url
    assert written["items"][0]["date_modified"] == "2025-02-01T00:00:00+00:00"
    assert written["items"][0]["title"] == one.title


@pytest.mark.parametrize("write", [rss, atom, json_feed])
def test_an_empty_feed_is_valid_and_steady(write: object) -> None:
    view = feed(title="T & <b>")
    written = write(view)  # type: ignore[operator]

    assert written == write(view)  # type: ignore[operator]
    if write is json_feed:
        assert json.loads(written)["items"] == []
    else:
        assert feedparser.parse(written).bozo == 0
        assert b"2000" in written


def test_alias_of_a_topic_keeps_its_feeds(toy: Path) -> None:
    for form in ".rss.xml", ".atom.xml":
        present, former = (
            feedparser.parse((toy / f"feeds/topics/{one}{form}").read_bytes()) for one in ("moon-2025", "lune-2025")
        )
        assert [entry.id for entry in former.entries] == [entry.id for entry in present.entries]
    assert len(json.loads((toy / "feeds/topics/lune-2025.json").read_bytes())["items"]) == len(present.entries)


def test_every_feed_is_listed_for_people_and_for_readers(toy: Path) -> None:
    opened = etree.parse(toy / "feeds.opml")
    listed = {
        one.get("xmlUrl").removeprefix("https://toy.example/") for one in opened.iter("outline") if one.get("xmlUrl")
    }
    page = BeautifulSoup((toy / "feeds/index.html").read_text(), "lxml").main
    links = {one["href"].removeprefix("https://toy.example/") for one in page.find_all("a", type=True)}
    written = {
        path.relative_to(toy).as_posix() for path in toy.glob("feeds/**/*.*") if path.suffix in {".xml", ".json"}
    }

    assert {one for one in written if "lune-2025" not in one} == links  # a former id is served, not offered
    assert listed == {one for one in links if one.endswith(".rss.xml")}
    for one in opened.iter("outline"):
        assert one.get("text")
        if one.get("htmlUrl"):
            assert (toy / one.get("htmlUrl").removeprefix("https://toy.example/") / "index.html").is_file()


def test_every_page_tells_readers_of_feeds(toy: Path) -> None:
    alternates = {
        "index.html": {"all.rss.xml", "all.atom.xml", "all.json"},
        "topics/moon/index.html": {"all.rss.xml", "moon.rss.xml", "moon.atom.xml", "moon.json"},
        "people/ada/index.html": {"ada.rss.xml"},
        "corrections/index.html": {"corrections.rss.xml"},
    }
    for page, names in alternates.items():
        soup = BeautifulSoup((toy / page).read_text(), "lxml")
        links = soup.find_all("link", rel="alternate", type=True)
        assert names <= {one["href"].rpartition("/")[2] for one in links}
        assert all((toy / one["href"].removeprefix("https://toy.example/")).is_file() for one in links)
        assert soup.footer.find("a", href="/feeds/")
    assert {one["type"] for one in links} == {"application/rss+xml", "application/atom+xml", "application/feed+json"}


def test_hub_and_publication_without_topics_or_people(tmp_path: Path) -> None:
    copy = loaded(tmp_path, [check("one", "2025-01-01", "s")], sources={"s": source("P")}, masthead={"hub": HUB})
    site = site_of(copy)
    written = {page.address: page for page in pages(copy.publication)}
    of_rss, of_atom = (written[f"/feeds/all.{form}.xml"].view_of(site) for form in ("rss", "atom"))

    assert [one.get("href") for one in channel(rss(of_rss)).iter(f"{ATOM}link") if one.get("rel") == "hub"] == [HUB]
    assert [
        one.get("href") for one in etree.fromstring(atom(of_atom)).iter(f"{ATOM}link") if one.get("rel") == "hub"
    ] == [HUB]
    assert feeds_view(site).hub == HUB
    assert feeds_view(site).feeds.topics == ()
    assert channel(rss(of_rss)).findtext("item/{http://purl.org/dc/elements/1.1/}creator") == "Small"
    assert len(etree.fromstring(opml(opml_view(site))).findall("body/outline")) == 2


def test_text_in_another_language_and_direction_says_so(tmp_path: Path) -> None:
    copy = loaded(tmp_path, [check("one", "2025-01-01", "s", lang="ar")], sources={"s": source("P")})
    site = site_of(copy)
    (shown,) = next(page for page in pages(copy.publication) if page.address == "/feeds/all.json").view_of(site).entries  # type: ignore[attr-defined]

    assert shown.html.startswith('<div lang="ar" dir="rtl">')
    assert shown.lang == "ar"
