"""The demonstration publication, built and audited: what readers are promised of every page."""

import re
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup

from plugins.audit.audit import audit
from plugins.core import anchors
from plugins.core.parse.marks import MARK
from plugins.core.resolve.apart import Whole
from plugins.intake.load import Loaded, load

ROOT = Path(__file__).parents[1]
NOW = "2026-11-24T12:00:00+00:00"
CARNEY = "checks/mark-carney-role-canada-trade-negotiations-2025/index.html"


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(ROOT / "content", "content", NOW)


def test_copy_is_clean(loaded: Loaded) -> None:
    assert [problem for problem in loaded.problems if problem.code != "review-due"] == []


def test_pages_are_sound(demonstration: Path) -> None:
    assert audit(demonstration) == []


def test_toy_pages_are_sound(toy: Path) -> None:
    assert audit(toy) == []


def test_every_factcheck_has_its_page(demonstration: Path, loaded: Loaded) -> None:
    found = (path for folder in ("", "fr/") for path in demonstration.glob(f"{folder}checks/*/index.html"))
    pages = {f"/{path.parent.relative_to(demonstration).as_posix()}/" for path in found}

    assert pages == {check.address for check in loaded.publication.factchecks.values()}
    assert len(pages) == len(list((ROOT / "content/articles").rglob("*.md")))


def test_the_model_article(demonstration: Path) -> None:
    soup = BeautifulSoup((demonstration / CARNEY).read_bytes(), "lxml")
    marks = soup.select('a[role="doc-biblioref"]')
    backlinks = soup.select('a[role="doc-backlink"]')

    assert len(marks) >= 30
    assert len(backlinks) == len(marks)
    assert len(soup.select('section[role="doc-bibliography"] > ol > li')) == 11


def test_the_topic(demonstration: Path) -> None:
    soup = BeautifulSoup((demonstration / "topics/canada-trade-2025/index.html").read_bytes(), "lxml")
    feed = feedparser.parse((demonstration / "feeds/topics/canada-trade-2025.rss.xml").read_bytes())

    assert len(soup.select("article.card")) >= 4
    assert feed.bozo == 0
    assert len(feed.entries) == len(soup.select("article.card"))


@pytest.mark.parametrize("factcheck_id", ["carney-trade-role", "canada-us-trade-85-percent-tariff-free"])
def test_a_translation_keeps_every_mark(loaded: Loaded, factcheck_id: str) -> None:
    """The same sources under the same numbers, cited as often in each text, with the same quotes."""
    checks = loaded.publication.factchecks
    original, translation = (loaded.shelf.whole(checks[one].brief) for one in (factcheck_id, f"{factcheck_id}-fr"))

    def cited(whole: Whole) -> dict[str, list[tuple[int, str, str]]]:
        return {
            name: sorted((one.number, one.source, one.quote) for group in text.groups for one in group)
            for name, text in whole.texts.items()
        }

    assert cited(translation) == cited(original)
    assert translation.header.sources == original.header.sources
    assert translation.header.also_consulted == original.header.also_consulted
    assert [one.verdict for one in translation.header.claims] == [one.verdict for one in original.header.claims]


def test_no_mark_is_left(demonstration: Path, loaded: Loaded) -> None:
    """Brackets with numbers stand only where the parser recorded text, and inside links."""
    for check in loaded.publication.factchecks.values():
        soup = BeautifulSoup((demonstration / check.address.strip("/") / "index.html").read_bytes(), "lxml")
        for link in soup.select(".cites a, .searched a"):
            link.decompose()
        texts = loaded.shelf.whole(check.brief).texts.values()
        recorded = {mark for text in texts for mark in MARK.findall(re.sub(r"<[^>]*>", "", text.html))}
        left = [text for text in MARK.findall(soup.select_one("main").get_text()) if text not in recorded]
        assert left == [], check.brief.slug


def test_no_place_is_left(demonstration: Path) -> None:
    place = re.compile(f"[{anchors.MARK_OPEN}-{anchors.CARD_CLOSE}]")
    for path in demonstration.rglob("*"):
        if path.suffix in {".html", ".xml"}:
            assert not place.search(path.read_text("utf-8")), path


def test_nothing_is_loaded_from_elsewhere(demonstration: Path) -> None:
    for path in demonstration.rglob("*.html"):
        for element in BeautifulSoup(path.read_bytes(), "lxml").select("[src], link[rel=stylesheet], link[rel=icon]"):
            address = str(element.get("src") or element.get("href"))
            assert address.startswith("/"), (path, address)
