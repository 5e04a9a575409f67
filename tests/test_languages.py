"""The languages of a publication: each has its part of the site, and pages that say the same lead to each other."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import build as toy_site
import feedparser
import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Tag

from plugins.audit.audit import audit

ROOT = Path(__file__).parents[1]
PLACE = re.compile(r"\{[a-z_]*\}")
SIDES = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)(?:-[a-z]+)?|left|right)\s*:|(?:text-align|float|clear):\s*(?:left|right)"
)


@pytest.fixture(params=["toy", "demonstration"])
def site(request: pytest.FixtureRequest) -> Path:
    """Give the release of each of the two publications; both are in English and in French."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def _pages(folder: Path) -> dict[str, BeautifulSoup]:
    """Read every page but redirects, by its address."""
    read = {path: BeautifulSoup(path.read_bytes(), "lxml") for path in sorted(folder.rglob("*.html"))}
    found = {f"/{path.relative_to(folder).as_posix()}": soup for path, soup in read.items()}
    return {
        name.removesuffix("index.html"): soup for name, soup in found.items() if not soup.select("[http-equiv=refresh]")
    }


def _alternates(soup: BeautifulSoup) -> dict[str, str]:
    links = soup.select("link[rel=alternate][hreflang]")
    return {str(link["hreflang"]): urlsplit(str(link["href"])).path for link in links}


def _language(soup: BeautifulSoup) -> str:
    assert isinstance(soup.html, Tag)
    return str(soup.html["lang"])


def test_translations_lead_to_each_other(site: Path) -> None:
    """As search engines ask: each names all, itself among them, and each that it names is there and says the same."""
    pages = _pages(site)
    linked = {address: named for address, soup in pages.items() if (named := _alternates(soup))}

    assert len(linked) > 10
    for address, named in linked.items():
        assert address in named.values(), address
        assert len(named) == 2, address
        for lang, other in named.items():
            assert _language(pages[other]) == lang, other
            assert linked[other] == named, (address, other)


def test_readers_find_the_translation(site: Path) -> None:
    for address, soup in _pages(site).items():
        named = _alternates(soup)
        shown = {str(link["hreflang"]): str(link["href"]) for link in soup.select("nav.languages a")}
        assert shown == {lang: there for lang, there in named.items() if there != address}, address


def test_each_part_is_in_its_language(site: Path) -> None:
    pages = _pages(site)

    assert {_language(soup) for address, soup in pages.items() if address.startswith("/fr/")} == {"fr"}
    assert {_language(soup) for address, soup in pages.items() if not address.startswith("/fr/")} == {"en"}
    assert len([address for address in pages if address.startswith("/fr/")]) > 10


def test_standing_pages_say_what_they_translate(demonstration: Path) -> None:
    """Those that a policy names, and one that only says so itself."""
    pages = _pages(demonstration)

    assert _alternates(pages["/method/"]) == {"en": "/method/", "fr": "/fr/methode/"}
    assert _alternates(pages["/what-we-check/"]) == {"en": "/what-we-check/", "fr": "/fr/ce-que-nous-verifions/"}


def _fragments() -> set[str]:
    """Give the stretches of more than two words that the catalogue has in English."""
    with (ROOT / "theme/locale/fr.po").open("rb") as file:
        entries = [entry for entry in read_po(file, locale="fr") if entry.id]
    said = [text for entry in entries for text in ([entry.id] if isinstance(entry.id, str) else entry.id)]
    stretches = [stretch.strip(" .,:;“”\n") for text in said for stretch in PLACE.split(text)]
    return {stretch for stretch in stretches if len(stretch.split()) > 2}


def _shown(soup: BeautifulSoup) -> str:
    """Give what readers see or hear of a page."""
    attributes = [
        str(tag.get(name, "")) for tag in soup.find_all(True) for name in ("aria-label", "title", "data-done")
    ]
    return " ".join(" ".join([*soup.stripped_strings, *attributes]).split())


def _copy(site: Path) -> str:
    """Give the copy that a release was built from: it may be shown in the language that it was written in."""
    content = ROOT / ("tests/site/content" if (site / "checks/moon-cheese").exists() else "content")
    files = [path for path in sorted(content.rglob("*")) if path.suffix in {".md", ".yaml"}]
    return "\n".join(path.read_text("utf-8") for path in files)


def test_no_english_of_ours_is_left(site: Path) -> None:
    copy = _copy(site)
    fragments = {stretch for stretch in _fragments() if stretch not in copy}
    english = "".join(_shown(soup) for address, soup in _pages(site).items() if not address.startswith("/fr/"))
    french = {address: _shown(soup) for address, soup in _pages(site).items() if address.startswith("/fr/")}

    assert len([stretch for stretch in fragments if stretch in english]) > 15
    left = [(address, stretch) for address, text in french.items() for stretch in fragments if stretch in text]
    assert left == []


@pytest.mark.parametrize(("name", "entries"), [("all", 2), ("corrections", 1), ("topics/moon-2025", 2)])
def test_french_feeds(toy: Path, name: str, entries: int) -> None:
    feed = feedparser.parse((toy / f"fr/feeds/{name}.rss.xml").read_bytes())
    text = "".join(entry.title + entry.get("summary", "") + str(entry.get("content", "")) for entry in feed.entries)

    assert feed.bozo == 0
    assert feed.feed.language == "fr"
    assert len(feed.entries) == entries
    assert feed.entries[0].link.startswith("https://toy.example/fr/checks/lune-fromage/")
    assert [stretch for stretch in _fragments() if stretch in text] == []
    assert "La lune est-elle en fromage" in text


def test_a_feed_holds_its_language(toy: Path) -> None:
    feed = feedparser.parse((toy / "feeds/all.rss.xml").read_bytes())

    assert not [entry.link for entry in feed.entries if "/fr/" in entry.link]
    assert len(feed.entries) == 5


def test_a_source_of_a_translation_is_no_second_use(toy: Path) -> None:
    """`moon-cheese` cites it, so does its translation, and `moon-old`: two fact-checks in either language."""
    for folder, other in (("", "/fr/"), ("fr/", "/checks/moon-cheese/")):
        soup = BeautifulSoup((toy / folder / "sources/moon-cheese/index.html").read_bytes(), "lxml")
        links = [str(link["href"]) for link in soup.select("article.card h3 a")]
        assert len(links) == 2
        assert not [link for link in links if link.startswith(other)]


def test_a_language_that_the_publication_does_not_name(tmp_path: Path) -> None:
    """Its fact-check stands in the first language's part, and says in what language and direction it is."""
    content = tmp_path / "content"
    toy_site.copy_copy(content)
    page = content / "articles/2025/lune-fromage.md"
    page.write_text(page.read_text("utf-8").replace("lang: fr\n", "lang: ar\n", 1), "utf-8")

    toy_site.build(tmp_path / "site", content=content)

    site = (tmp_path / "site").resolve()
    soup = BeautifulSoup((site / "checks/lune-fromage/index.html").read_bytes(), "lxml")
    article = soup.select_one("main > article")
    card = BeautifulSoup((site / "checks/index.html").read_bytes(), "lxml").select_one('h2[lang="ar"]')
    assert _language(soup) == "en"
    assert article is not None
    assert (article["lang"], article["dir"]) == ("ar", "rtl")
    assert card is not None
    assert card["dir"] == "auto"
    assert _alternates(soup) == {}
    assert not (site / "fr/checks/lune-fromage").exists()
    assert audit(site) == []


def test_a_language_from_right_to_left(tmp_path: Path) -> None:
    content = tmp_path / "content"
    toy_site.copy_copy(content)
    masthead = content / "publication.yaml"
    masthead.write_text(masthead.read_text("utf-8").replace("[en, fr]", "[en, ar]"), "utf-8")
    for path in content.rglob("*.md"):
        path.write_text(path.read_text("utf-8").replace("lang: fr\n", "lang: ar\n", 1).replace("/fr/", "/ar/"), "utf-8")

    toy_site.build(tmp_path / "site", content=content)

    html = BeautifulSoup((tmp_path / "site/ar/checks/lune-fromage/index.html").read_bytes(), "lxml").html
    assert isinstance(html, Tag)
    assert (html["lang"], html["dir"]) == ("ar", "rtl")
    assert audit((tmp_path / "site").resolve()) == []


def test_titles_and_quotes_have_their_own_direction(toy: Path) -> None:
    """They may be in any script: without that, brackets and numbers at their ends would stand on the wrong side."""
    soup = BeautifulSoup((toy / "checks/moon-cheese/index.html").read_bytes(), "lxml")
    titles = soup.select(".source-title")

    assert len(titles) > 3
    assert [title for title in titles if not title.select_one("a[dir=auto], bdi")] == []
    assert [quote for quote in soup.select(".quote") if not quote.select_one("span[dir=auto]")] == []


def test_the_stylesheet_knows_no_left_and_right() -> None:
    """Sides are those of the writing (start, end); only a table's columns are aligned as the copy says."""
    rules = (ROOT / "theme/static/style.css").read_text("utf-8")
    sided = [line.strip() for line in rules.splitlines() if SIDES.search(line)]
    uneven = re.findall(r"(?:margin|padding|inset):((?: [^ ;]+){4});", rules)

    assert sided == [".align-left { text-align: left; }", ".align-right { text-align: right; }"]
    assert [one for one in uneven if one.split()[1] != one.split()[3]] == []
