"""The sitemaps: every page that may be found, in every language, with the moment of its last change."""

import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from lxml import etree
from small import NOW, check, loaded, site_of, source

from plugins.core.resolve.publication import Publication
from plugins.corrections.room import pages as corrections
from plugins.data.room import pages as data
from plugins.factchecks.room import pages as factchecks
from plugins.feeds.room import pages as feeds
from plugins.intake.load import Loaded, load
from plugins.machines import news, sitemap
from plugins.machines.entries import Entry, entries
from plugins.machines.room import pages
from plugins.people.room import pages as people
from plugins.publishers.room import pages as publishers
from plugins.sources.room import pages as sources
from plugins.topics.room import pages as topics
from tests.machines.sitemap_rules import complaints

NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
BOTH = {"masthead": {"languages": ["en", "fr"], "timezone": "America/Toronto", "people": {"ann": {"name": "Ann"}}}}
Told = dict[str, dict[str, str]]


def _told(content: bytes) -> Told:
    """Read a sitemap: address → language → address."""
    return {
        str(url.findtext("loc", namespaces=NAMES)): {
            str(link.get("hreflang")): str(link.get("href")) for link in url.findall("x:link", NAMES)
        }
        for url in etree.fromstring(content)
    }


def _findable(folder: Path) -> Told:
    """Read the same from the heads of all pages."""
    found = {}
    for path in folder.rglob("*.html"):
        head = BeautifulSoup(path.read_bytes(), "lxml").head
        assert head is not None
        canonical = head.select_one("link[rel=canonical]")
        if canonical and not head.select_one('meta[name=robots][content="noindex"]'):
            links = head.select("link[rel=alternate][hreflang]")
            found[str(canonical["href"])] = {str(link["hreflang"]): str(link["href"]) for link in links}
    return found


def test_it_names_every_page_that_may_be_found(toy: Path) -> None:
    content = (toy / "sitemap.xml").read_bytes()

    assert _told(content) == _findable(toy)
    assert complaints(content) == []


@pytest.mark.parametrize("name", ["sitemap.xml", "news-sitemap.xml"])
def test_xmllint_reads_them(toy: Path, name: str) -> None:
    assert subprocess.run(["xmllint", "--noout", toy / name], check=False).returncode == 0


def _long(folder: Path) -> Loaded:
    """Give 45 fact-checks on one topic with one source, by one writer, in the first of two languages."""
    checks = [
        check(f"n-{number}", f"2025-02-{number % 28 + 1:02}", "a", tags=["sea"], authors=["ann"])
        for number in range(45)
    ]  # fmt: skip
    checks[7]["corrections"] = [{"id": "c1", "date": "2025-06-01T10:00:00-04:00", "kind": "minor", "why": "A slip."}]
    topic = {"title": "Sea", "select": {"all": ["sea"]}}
    return loaded(folder, checks, sources={"a": source("Sea")}, publishers={"sea": {"names": ["Sea"]}},
                  topics={"sea": topic}, **BOTH)  # fmt: skip


def _rooms(publication: Publication) -> set[str]:
    every = (room(publication) for room in (factchecks, topics, sources, publishers, people, corrections, feeds, data))
    return {
        page.address
        for room in every
        for page in room
        if page.template.endswith(".html") and page.template != "redirect.html"
    }


def test_long_lists_have_all_their_pages(tmp_path: Path) -> None:
    copy = _long(tmp_path)
    told = {one.address.removeprefix("https://small.example"): one for one in entries(site_of(copy))}

    assert set(told) == _rooms(copy.publication)
    assert [one.lang for one in told["/topics/sea/"].alternates] == ["en", "fr"]
    assert told["/topics/sea/page/2/"].alternates == ()
    assert told["/checks/n-1/"].alternates == ()


def _changed(copy: Loaded) -> dict[str, str]:
    return {one.address.removeprefix("https://small.example"): one.changed for one in entries(site_of(copy))}


def test_pages_changed_when_they_did(tmp_path: Path) -> None:
    """The newest of all is of 28 February; the one corrected in June stands on the second page of the lists."""
    changed = _changed(_long(tmp_path))
    newest, corrected = "2025-02-28T00:00:00-05:00", "2025-06-01T10:00:00-04:00"

    assert changed["/checks/n-7/"] == corrected
    assert changed["/checks/n-6/"] == "2025-02-07T00:00:00-05:00"
    assert changed["/"] == changed["/checks/"] == changed["/topics/sea/"] == changed["/checks/page/3/"] == newest
    assert changed["/checks/page/2/"] == changed["/topics/sea/page/2/"] == corrected
    assert changed["/sources/a/"] == changed["/people/ann/"] == changed["/corrections/"] == corrected
    assert changed["/sources/"] == changed["/publishers/sea/"] == changed["/data/"] == ""
    assert changed["/fr/"] == changed["/fr/checks/"] == ""


def test_what_is_withdrawn_is_told_of_with_its_day_and_what_is_unlisted_is_not(tmp_path: Path) -> None:
    gone = {"status": "withdrawn", "withdrawn": {"date": "2025-03-04T10:00:00Z", "why": "No."}}
    checks = [
        check("gone", "2025-02-01", "a", **gone),
        check("hidden", "2025-02-01", "a", status="unlisted"),
        check("later", "2035-02-01", "a"),
        check("draft", "2025-02-01", "a", status="draft"),
    ]
    changed = _changed(loaded(tmp_path, checks, sources={"a": source("Sea")}))

    assert {name for name in changed if name.startswith("/checks/")} == {"/checks/", "/checks/gone/"}
    assert changed["/checks/gone/"] == "2025-03-04"
    assert changed["/checks/"] == ""


def test_only_what_it_tells_makes_it_anew(tmp_path: Path) -> None:
    site = site_of(_long(tmp_path))
    _, stands_on = site.watched(lambda: sitemap.sitemap_view(site))
    article = tmp_path / "articles/2025/n-3.md"
    article.write_text(article.read_text("utf-8").replace("Word [1].", "Other words [1]."), "utf-8")
    edited = set(site_of(_again(tmp_path)).facts.values())
    article.write_text(article.read_text("utf-8").replace("published:", "updated: 2025-07-01\npublished:"), "utf-8")
    updated = set(site_of(_again(tmp_path)).facts.values())

    assert edited.issuperset(stands_on)
    assert not updated.issuperset(stands_on)


def _again(folder: Path) -> Loaded:
    return load(folder, "content", NOW)


def test_a_long_one_goes_into_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LARGEST", 30)
    copy = _long(tmp_path)
    site, every = site_of(copy), entries(site_of(copy))
    made = [page for page in pages(copy.publication) if page.template in {"sitemap", "sitemap index"}]
    index, *parts = [(page, page.view_of(site)) for page in made]
    shown = [view for _, view in parts if isinstance(view, sitemap.SitemapView)]
    content = sitemap.as_index(index[1])

    assert [one for view in shown for one in view.entries] == list(every)
    assert all(0 < len(view.entries) <= 30 for view in shown)
    assert [page.address for page, _ in parts] == [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    assert list(_told(content)) == [f"https://small.example{page.address}" for page, _ in parts]
    assert complaints(content) == []
    assert [fault for view in shown for fault in complaints(sitemap.as_sitemap(view), most=30)] == []


def test_signs_of_xml_and_odd_offsets() -> None:
    """Before 1895 Toronto's clocks were 5:17:32 behind Greenwich."""
    content = sitemap.as_sitemap(
        sitemap.SitemapView((Entry("https://a.example/?b&c", "1890-01-01T00:00:00-05:17:32"),))
    )

    assert complaints(content) == []
    assert b"<loc>https://a.example/?b&amp;c</loc><lastmod>1890-01-01</lastmod>" in content


def _news(folder: Path, *checks: tuple[str, str], **more: object) -> bytes:
    made = [check(name, published, "a", **more) for name, published in checks]
    site = site_of(loaded(folder, made, sources={"a": source("Sea")}, **BOTH))
    return news.as_news(news.news_view(site))


def test_news_is_of_today_and_yesterday(tmp_path: Path) -> None:
    """The clock of the small publication stands at 19:00 of 31 December in Toronto."""
    moments = {
        "now": "2025-12-31T18:59:00-05:00", "ahead": "2025-12-31T19:01:00-05:00", "first": "2025-12-30",
        "before": "2025-12-29T23:59:00-05:00", "abroad": "2025-12-31T04:30:00+00:00",
    }  # fmt: skip
    content = _news(tmp_path, *moments.items(), title="Is <b> & co. “so”?")

    assert [one.rpartition("/checks/")[2] for one in _told(content)] == ["now/", "abroad/", "first/"]
    assert complaints(content, most=1000) == []
    assert "<news:title>Is &lt;b&gt; &amp; co. “so”?</news:title>".encode() in content


def test_a_french_one_says_so(tmp_path: Path) -> None:
    content = _news(tmp_path, ("vague", "2025-12-31"), lang="fr")

    assert list(_told(content)) == ["https://small.example/fr/checks/vague/"]
    assert b"<news:language>fr</news:language>" in content


def test_no_news_is_a_sitemap_too(tmp_path: Path) -> None:
    content = _news(tmp_path, ("old", "2025-12-01"))

    assert _told(content) == {}
    assert complaints(content) == []


def test_the_newest_news_when_there_is_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "NEWS", 2)
    content = _news(tmp_path, *((f"n-{hour}", f"2025-12-31T{hour:02}:00:00-05:00") for hour in range(9, 13)))

    assert [one.rpartition("/checks/")[2] for one in _told(content)] == ["n-12/", "n-11/"]
