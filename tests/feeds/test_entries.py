"""Entries: the full text as a rendering of its own, the same in every feed, with no address that a reader has to complete."""

import json
import re
from pathlib import Path

import build as toy_site
import feedparser
import pytest
from bs4 import BeautifulSoup
from feeds.samples import ATOM, CONTENT, MEDIA
from lxml import etree
from views import hostile
from web import hostile as hard

FORMS = ("*.rss.xml", "*.atom.xml")
_RELATIVE = re.compile(r"^(?!https?://|mailto:)")


def feeds(folder: Path) -> list[Path]:
    return sorted(path for form in FORMS for path in folder.glob(f"**/{form}"))


def bodies(folder: Path) -> set[str]:
    """Give every text of every feed, each once; those of Atom and JSON have to be among those of RSS."""
    roots = [etree.parse(path) for path in feeds(folder)]
    found = {one.text for root in roots for one in root.iter(CONTENT)}
    others = {one.text for root in roots for one in root.iter(f"{ATOM}content")}
    for path in folder.glob("**/feeds/**/*.json"):
        others |= {one["content_html"] for one in json.loads(path.read_bytes())["items"]}
    assert others <= found
    return found


@pytest.fixture(scope="module")
def broken_into(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Give the sites of publications whose every text tries to break out, or is hard on a page."""
    sites = []
    for number, publication in enumerate((hostile, hard)):
        folder = tmp_path_factory.mktemp(f"hostile{number}")
        publication.write(folder / "content")
        toy_site.build(folder / "site", content=folder / "content", PLUMBLINE_NOW="2026-01-01T00:00:00+00:00")
        sites.append((folder / "site").resolve())
    return sites


@pytest.mark.parametrize("publication", ["toy", "demonstration"])
def test_no_address_is_left_to_the_reader(publication: str, request: pytest.FixtureRequest) -> None:
    """Readers complete a relative address with that of the feed, or with nothing: 11ty/eleventy-plugin-rss#20."""
    found = bodies(request.getfixturevalue(publication))

    assert len(found) > 5
    for body in found:
        soup = BeautifulSoup(body, "lxml")
        for name in "href", "src", "cite", "srcset", "poster":
            assert [one[name] for one in soup.find_all(attrs={name: _RELATIVE})] == []
        assert soup.find_all(id=True) == []
        assert soup.find_all(["script", "form", "iframe", "style"]) == []


@pytest.mark.parametrize("publication", ["toy", "demonstration"])
def test_every_mark_leads_to_a_source_that_is_there(publication: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(publication)
    marks = [
        (a["href"], a.get_text(), {li["value"] for li in soup.find_all("li", value=True)})
        for soup in (BeautifulSoup(body, "lxml") for body in bodies(folder))
        for a in soup.find_all("a", string=re.compile(r"^\[\d+\]$"))
    ]

    assert len(marks) > 20
    pages = {
        page: (folder / page.split("/", 3)[3] / "index.html").read_text()
        for page in {href.split("#")[0] for href, _, _ in marks}
    }
    for href, text, listed in marks:
        page, _, anchor = href.partition("#")
        assert anchor.startswith("src-")
        assert f' id="{anchor}"' in pages[page]
        assert text.strip("[]") in listed


def test_what_stands_in_an_entry(toy: Path) -> None:
    feed = etree.parse(toy / "feeds/all.rss.xml")
    item = next(one for one in feed.iter("item") if one.findtext("link") == "https://toy.example/checks/moon-cheese/")
    soup = BeautifulSoup(item.findtext(CONTENT), "lxml")
    first, *_ = soup.body.find_all(recursive=False)

    assert first.get_text() == "Correction, 2 April 2025: what changed, and why"
    assert first.a["href"] == "https://toy.example/checks/moon-cheese/#correction-c2"
    assert "Ann Author: “It is, on the whole, cheese” False." in soup.get_text()
    assert [li["value"] for li in soup.find_all("ol")[-1].find_all("li")] == ["1", "2", "3"]
    assert soup.figure.img.attrs == {"src": "https://toy.example/images/moon.b38d9c31e0.svg", "alt": "The moon"}
    assert item.find(f"{MEDIA}content").get("url") == soup.figure.img["src"]
    assert item.findtext(f"{MEDIA}content/{MEDIA}description") == "The moon"


def test_an_entry_is_the_same_in_every_feed(toy: Path) -> None:
    """Same id, same bytes: in the feeds of all, of topics and their former ids, of people, of corrections."""
    known: dict[str, set[bytes]] = {}
    for path in toy.glob("**/*.rss.xml"):
        for item in etree.parse(path).iter("item"):
            known.setdefault(item.findtext("guid"), set()).add(etree.tostring(item, with_tail=False))

    assert len(known) >= 6
    assert {name: len(forms) for name, forms in known.items() if len(forms) > 1} == {}


def test_copy_that_tries_to_break_out(broken_into: list[Path]) -> None:
    for site in broken_into:
        assert len(feeds(site)) > 5
        for path in feeds(site):
            assert feedparser.parse(path.read_bytes()).bozo == 0, path
        for body in bodies(site):
            soup = BeautifulSoup(body, "lxml")
            assert soup.find_all(["script", "style", "svg"]) == []
            assert [name for one in soup.find_all() for name in one.attrs if name.startswith("on")] == []
    titles = {one.findtext("title") for one in etree.parse(broken_into[1] / "feeds/all.rss.xml").iter("item")}
    assert set(hard.TEXTS.values()) <= titles


def test_a_topic_of_the_name_of_the_feed_of_all(broken_into: list[Path]) -> None:
    site = broken_into[1]

    assert (site / "feeds/topics/all.rss.xml").read_bytes() != (site / "feeds/all.rss.xml").read_bytes()


@pytest.mark.parametrize("spoilt", ["a\x0bb", "a\ud83cb"])
def test_spoilt_characters_stop_the_build_at_their_place(
    spoilt: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    toy_site.copy_copy(content)
    toy_site.build(tmp_path / "site", content=content)
    before = toy_site.tree((tmp_path / "site").resolve())
    draft = content / "articles/2025/moon-dust.md"
    draft.write_bytes(draft.read_bytes().replace(b"title: ", f"title: {spoilt}".encode("utf-8", "surrogatepass"), 1))
    capsys.readouterr()

    with pytest.raises(SystemExit) as stopped:
        toy_site.build(tmp_path / "site", content=content)

    assert stopped.value.code == 1
    assert "articles/2025/moon-dust.md:" in "".join(capsys.readouterr())
    assert toy_site.tree((tmp_path / "site").resolve()) == before
