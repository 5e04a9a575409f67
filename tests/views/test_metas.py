"""What the head of a page tells those who link to it."""

from pathlib import Path

import build as toy_site
import pytest
from bs4 import BeautifulSoup
from views import hostile

Metas = dict[str, list[str]]


def metas(page: Path) -> Metas:
    """Give what each name says, in the order of the page."""
    told: Metas = {}
    for meta in BeautifulSoup(page.read_bytes(), "lxml").select("meta[content]"):
        told.setdefault(str(meta.get("property") or meta.get("name")), []).append(str(meta["content"]))
    return told


def test_a_factcheck_is_an_article_with_a_picture(toy: Path) -> None:
    told = metas(toy / "checks/moon-cheese/index.html")

    assert told["og:type"] == ["article"]
    assert told["og:title"] == ["Is the moon “made of cheese” & nothing else?"]
    assert told["og:site_name"] == ["The Toy Gazette"]
    assert told["og:url"] == ["https://toy.example/checks/moon-cheese/"]
    assert told["og:description"] == told["description"]
    assert told["og:locale"] == ["en_GB"]
    assert told["og:locale:alternate"] == ["fr_FR"]
    assert told["article:published_time"] == ["2025-03-10T09:00:00-04:00"]
    assert told["article:modified_time"] == ["2025-04-02T00:00:00-04:00"]
    assert told["article:section"] == ["An old matter"]
    assert told["og:image:alt"] == ["The moon"]
    assert told["twitter:card"] == ["summary_large_image"]
    [picture] = told["og:image"]
    assert (toy / picture.removeprefix("https://toy.example/")).is_file()


def test_a_factcheck_tells_how_to_cite_it(toy: Path) -> None:
    told = metas(toy / "checks/moon-cheese/index.html")

    assert {name: values for name, values in told.items() if name.startswith("citation_")} == {
        "citation_title": ["Is the moon “made of cheese” & nothing else?"],
        "citation_author": ["Ada Ames", "Bo Bell"],
        "citation_publication_date": ["2025/03/10"],
        "citation_online_date": ["2025/03/10"],
        "citation_publisher": ["The Toy Gazette"],
        "citation_language": ["en"],
        "citation_fulltext_html_url": ["https://toy.example/checks/moon-cheese/"],
    }


def test_another_language_says_so(toy: Path) -> None:
    told = metas(toy / "fr/checks/lune-fromage/index.html")

    assert told["og:locale"] == ["fr_FR"]
    assert told["og:locale:alternate"] == ["en_GB"]
    assert told["article:section"] == ["La lune 2025"]
    assert [moment[:4] for moment in told["article:modified_time"]] == ["2025"]


@pytest.mark.parametrize("page", ["index.html", "about/index.html", "sources/moon-cheese/index.html", "404.html"])
def test_other_pages_are_a_website_s(toy: Path, page: str) -> None:
    told = metas(toy / page)

    assert told["og:type"] == ["website"]
    assert told["twitter:card"] == ["summary"]
    assert not [name for name in told if name.startswith(("citation_", "article:", "og:image"))]


def test_a_draft_is_no_article_yet(tmp_path: Path) -> None:
    hostile.write(tmp_path / "content")
    toy_site.build(tmp_path / "site", content=tmp_path / "content", PLUMBLINE_DRAFTS=True)
    told, public = (metas(tmp_path / "site" / name) for name in ("drafts/draft/index.html", "checks/open/index.html"))

    assert told["og:type"] == ["website"]
    assert told["robots"] == ["noindex"]
    assert "citation_title" not in told
    assert public["citation_title"] == [hostile.text("headline")]
    assert public["og:image"][0].startswith("https://hostile.example/sub/images/x.")
    assert "robots" not in public
