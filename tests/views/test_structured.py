"""What pages tell machines: it parses, it is schema.org's, it is whole, and it is what readers see."""

from pathlib import Path
from typing import Any

import build as toy_site
import pytest
from views import blocks, hostile

from plugins.views.structured.node import block, told

PUBLICATIONS = {
    "toy": "https://toy.example",
    "demonstration": "https://plumbline.example",
    "evil": "https://hostile.example/sub",
}


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the release of the hostile publication, which stands below `/sub`."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile.write(folder / "content")
    toy_site.build(folder / "site", content=folder / "content")
    return (folder / "site").resolve()


@pytest.fixture(params=PUBLICATIONS)
def release(request: pytest.FixtureRequest) -> tuple[Path, str]:
    """Give a release and its address."""
    folder: Path = request.getfixturevalue(request.param)
    return folder, PUBLICATIONS[request.param]


def test_every_block_is_of_schema_org(release: tuple[Path, str]) -> None:
    pages = blocks.pages(release[0])
    found = [
        f"{page.file}: {fault}" for page in pages for one in page.blocks for fault in blocks.outside_vocabulary(one)
    ]

    assert found == []
    assert sum(len(page.blocks) for page in pages) > 10


def test_readers_see_what_machines_are_told(release: tuple[Path, str]) -> None:
    assert [fault for page in blocks.pages(release[0]) for fault in blocks.unseen(page)] == []


def test_addresses_are_answered_and_things_are_joined(release: tuple[Path, str]) -> None:
    folder, base = release

    assert list(blocks.dead(blocks.pages(folder), folder, base)) == []


def test_every_factcheck_is_told_of(release: tuple[Path, str]) -> None:
    folder, base = release
    pages = [page for page in blocks.pages(folder) if page.soup.select_one("article.factcheck")]

    for page in pages:
        [article], [publication] = page.of("AnalysisNewsArticle"), page.of("NewsMediaOrganization")
        assert article["headline"] == page.soup.h1.get_text()
        assert article["url"] == page.soup.select_one("link[rel=canonical]")["href"]
        assert article["publisher"]["@id"] == publication["@id"] == f"{base}/#organisation"
        assert len(article["citation"]) == len(page.soup.select("section.sources > ol > li"))
        assert len(article.get("correction", [])) == len(page.soup.select(".correction, .withdrawn-text"))
        assert page.of("BreadcrumbList")
    assert len(pages) >= 2


def test_every_claim_that_readers_see_has_its_review(toy: Path, demonstration: Path) -> None:
    pages = [page for folder in (toy, demonstration) for page in blocks.pages(folder)]
    seen = [(page, claim) for page in pages for claim in page.soup.select("div.claim:not(#claim-is-round)")]
    reviews = {review["url"]: (page, review) for page in pages for review in page.of("ClaimReview")}

    assert len(reviews) == len(seen) > 5  # that the moon is round was said by nobody, and nowhere
    for page, claim in seen:
        where, review = reviews[f"{page.soup.select_one('link[rel=canonical]')['href']}#{claim['id']}"]
        assert where is page
        assert review["claimReviewed"] == claim.select_one(".claim-text").get_text()
        assert review["reviewRating"]["alternateName"] == claim.select_one(".verdict").get_text()
        assert review["itemReviewed"].get("author", {}).get("name", "") in claim.select_one(".claimant").get_text()
        assert review["author"]["name"] == page.of("NewsMediaOrganization")[0]["name"]
        assert review["datePublished"] == page.soup.select_one(".byline time")["datetime"]
        assert review["isPartOf"]["@id"] == page.of("AnalysisNewsArticle")[0]["@id"]


def test_the_toy_in_full(toy: Path) -> None:
    """The dates, names and numbers of one claim and one source, as an editor typed them."""
    page = blocks.page(toy, "checks/moon-cheese/index.html")
    [first] = page.of("ClaimReview")
    [article] = page.of("AnalysisNewsArticle")

    assert first["reviewRating"] == {
        "@type": "Rating", "alternateName": "False", "ratingValue": 1, "bestRating": 3, "worstRating": 1,
        "ratingExplanation": "Nobody has weighed it so.",
    }  # fmt: skip
    assert first["itemReviewed"]["author"] == {"@type": "Person", "name": "Ann Author", "jobTitle": "columnist"}
    assert first["itemReviewed"]["datePublished"] == "2025-03-01"
    assert [one["url"] for one in first["itemReviewed"]["appearance"]] == [
        "https://moon.example/cheese", "https://moon.example/video",
    ]  # fmt: skip
    assert article["citation"][0]["archivedAt"] == "https://archive.example/moon-cheese"
    assert [one["@type"] for one in article["citation"]] == ["NewsArticle", "Dataset", "SocialMediaPosting"]
    assert article["isBasedOn"] == [{"@id": article["citation"][0]["@id"]}]
    assert [one["name"] for one in article["correction"]] == ["Correction", "Update"]
    [french] = blocks.page(toy, "fr/checks/lune-fromage/index.html").of("AnalysisNewsArticle")
    assert french["citation"][0] == article["citation"][0]
    assert french["translationOfWork"] == {"@id": article["@id"]}
    assert article["workTranslation"] == [{"@id": "https://toy.example/fr/checks/lune-fromage/#fact-check"}]


def test_corrections_say_what_the_page_says(toy: Path) -> None:
    page = blocks.page(toy, "checks/moon-cheese/index.html")
    [article] = page.of("AnalysisNewsArticle")
    shown = page.soup.select(".correction")

    assert len(shown) == 2
    for said, element in zip(article["correction"], shown, strict=True):
        assert said["datePublished"] == element.select_one("time")["datetime"]
        for part in element.select("del, ins, div > p:not(.when)"):
            assert part.get_text() in said["text"] or "rated" in part.get_text()


def test_what_readers_do_not_see_is_told_to_nobody(tmp_path: Path, evil: Path) -> None:
    everything = [str(page.blocks) for page in blocks.pages(evil)]
    content = tmp_path / "content"
    hostile.write(content)
    toy_site.build(tmp_path / "site", content=content, PLUMBLINE_DRAFTS=True)
    draft = blocks.page(tmp_path / "site", "drafts/draft/index.html")
    held = blocks.page(tmp_path / "site", "drafts/held/index.html")

    assert not [text for text in everything if "Not finished" in text or "Not yet" in text]
    assert "Not finished" in draft.soup.h1
    assert draft.blocks == held.blocks == ()


def test_withheld_addresses_are_nowhere(evil: Path) -> None:
    files = toy_site.tree(evil)

    assert [name for name, content in files.items() if hostile.WITHHELD_HOST.encode() in content] == []
    assert b"The address is withheld" in files["checks/open/index.html"]


def test_hostile_text_stays_text(evil: Path) -> None:
    """No text ends the block that it stands in, and each comes back as it was typed."""
    for page in blocks.pages(evil):
        files = page.soup.select("script[src^='/sub/assets/']")
        assert (evil / page.file).read_text("utf-8").lower().count("<script") == len(page.blocks) + len(files)
        assert not page.soup.select("[onerror]")
    page = blocks.page(evil, "checks/open/index.html")
    [article], review = page.of("AnalysisNewsArticle"), page.of("ClaimReview")[0]

    assert article["headline"] == hostile.text("headline")
    assert article["description"] == hostile.INLINE_READ
    assert article["license"]["name"] == hostile.text("licence")
    assert article["image"]["creditText"] == hostile.text("credit")
    assert article["correction"][0]["text"].count(hostile.INLINE_READ) == 3
    assert article["citation"][0]["author"][0]["name"] == hostile.text("author")
    assert article["citation"][0]["creativeWorkStatus"] == "Retracted"
    assert review["claimReviewed"] == hostile.text("claim")
    assert review["reviewRating"]["ratingExplanation"] == hostile.INLINE_READ


def test_only_what_is_eligible_is_reviewed(evil: Path) -> None:
    page, withdrawn = (blocks.page(evil, f"checks/{slug}/index.html") for slug in ("open", "gone"))
    reviews = page.of("ClaimReview")

    assert len(page.soup.select("div.claim")) == len(hostile.CLAIMS)
    assert [one["url"].rpartition("#")[2] for one in reviews] == ["claim-one", "claim-group", "claim-post"]
    assert [one["reviewRating"]["ratingValue"] for one in reviews] == [0, 0.5, 1]
    assert reviews[1]["itemReviewed"]["author"] == {"@type": "Organization", "name": "Group"}
    assert "author" not in reviews[2]["itemReviewed"]
    assert withdrawn.of("ClaimReview") == []
    assert withdrawn.of("AnalysisNewsArticle")[0]["creativeWorkStatus"] == "Withdrawn"


@pytest.mark.parametrize("sign", ["<", ">", "&", "\u2028", "\u2029"])
def test_no_sign_that_ends_a_script_is_written(sign: str) -> None:
    text = block({"@type": "Thing", "name": f"a{sign}b", f"c{sign}d": [sign]})

    assert sign not in text
    assert blocks._strictly(text) == {
        "@context": "https://schema.org",
        "@type": "Thing",
        "name": f"a{sign}b",
        f"c{sign}d": [sign],
    }


def test_what_there_is_nothing_to_tell_of_is_left_out() -> None:
    node: dict[str, Any] = {"a": "", "b": [], "c": None, "d": {}, "e": 0, "f": False, "g": 0.0, "h": "x"}

    assert told(node) == {"e": 0, "f": False, "g": 0.0, "h": "x"}
