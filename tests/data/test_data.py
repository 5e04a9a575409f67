"""The data files as programs read them, and the page that explains them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bibtexparser
import build as toy_site
import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from views.citing.csl import complaints

from plugins.core import anchors

OURS = ("checks", "sources", "corrections")
FILES = (*OURS, "claimreview")


@pytest.fixture(params=["toy", "toy in French", "demonstration"])
def folder(request: pytest.FixtureRequest) -> Path:
    publication, _, french = request.param.partition(" in ")
    released: Path = request.getfixturevalue(publication)
    return released / "fr" if french else released


def _read(folder: Path, name: str) -> Any:
    return json.loads((folder / f"data/{name}.json").read_bytes())


def _soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_bytes(), "lxml")


def _checks(released: Path) -> list[Path]:
    return sorted(page.parent for page in released.glob("checks/*/index.html") if not _leads_on(page))


def _leads_on(page: Path) -> bool:
    return b'http-equiv="refresh"' in page.read_bytes()


def test_each_file_has_the_shape_that_it_says(folder: Path) -> None:
    for name in OURS:
        schema = _read(folder, f"{name}.schema")
        Draft202012Validator.check_schema(schema)
        assert list(Draft202012Validator(schema).iter_errors(_read(folder, name))) == []
        assert schema["$id"].endswith(f"/data/{name}.schema.json")


def test_the_page_explains_every_field(folder: Path) -> None:
    soup = _soup(folder / "data/index.html")
    for name in OURS:
        section = soup.select_one(f'section[aria-labelledby="{name}.json"]')
        schema = _read(folder, f"{name}.schema")
        assert section
        assert sorted(code.get_text() for code in section.select("dt code")) == sorted(_paths(schema, schema))


def _paths(shape: dict[str, Any], schema: dict[str, Any], before: str = "") -> Iterator[str]:
    """Name each field of a schema by its place, as the page does."""
    for one in (shape, *shape.get("anyOf", ())):
        target = schema["$defs"][one["$ref"].rpartition("/")[2]] if "$ref" in one else one
        if "items" in target:
            yield from _paths(target["items"], schema, f"{before}[]")
        for name, inner in target.get("properties", {}).items():
            place = f"{before}.{name}" if before else name
            yield place
            yield from _paths(inner, schema, place)
        if one is not target and "$ref" in target:
            yield from _paths(target, schema, before)


def test_checks_are_those_in_lists(folder: Path) -> None:
    checks = _read(folder, "checks")["checks"]
    listed = [
        str(link["href"]) for link in _soup(folder / "checks/index.html").select("article.card h2 a, article.card h3 a")
    ]

    assert [re.sub(r"^https://[^/]*", "", one["url"]) for one in checks][: len(listed)] == listed
    assert len({one["id"] for one in checks}) == len(checks)
    for one in checks:
        numbers = [source["number"] for source in one.get("sources", ())]
        assert numbers == sorted(numbers)


def test_names_lead_somewhere(folder: Path) -> None:
    checks, sources = _read(folder, "checks"), {one["id"]: one for one in _read(folder, "sources")["sources"]}
    verdicts = {one["id"] for one in checks["verdicts"]}
    topics = {one["id"] for one in checks["topics"]}
    for check in checks["checks"]:
        assert topics.issuperset(check.get("topics", ()))
        assert verdicts.issuperset(claim["verdict"] for claim in check.get("claims", ()))
        for one in check.get("sources", ()):
            assert check["id"] in sources[one["id"]]["cited_by"]
        named = [one for claim in check.get("claims", ()) for one in claim.get("where", ()) if ":" not in one]
        assert sources.keys() >= {*named, *check.get("also_consulted", ())}


def test_corrections_are_those_of_the_page(folder: Path) -> None:
    shown = [str(link["href"]) for link in _soup(folder / "corrections/index.html").select("article.correction h2 a")]

    assert [re.sub(r"^https://[^/]*", "", one["url"]) for one in _read(folder, "corrections")["corrections"]] == shown


def test_reviews_are_of_claims_on_pages(folder: Path) -> None:
    checks = {one["url"]: one for one in _read(folder, "checks")["checks"]}
    feed = _read(folder, "claimreview")

    assert feed["@context"] == "https://schema.org"
    for element in feed["dataFeedElement"]:
        claims = {claim["url"]: claim["text"] for claim in checks[element["url"]]["claims"]}
        assert element["item"]
        for review in element["item"]:
            assert review["claimReviewed"] == claims[review["url"]]


def test_sources_beside_each_page(folder: Path) -> None:
    for page in _checks(folder):
        items = json.loads((page / "sources.json").read_bytes())
        library = bibtexparser.parse_string((page / "sources.bib").read_text("utf-8"))
        shown = [
            (str(entry["id"]).removeprefix("src-"), int(str(entry["value"])))
            for entry in _soup(page / "index.html").select('section[role="doc-bibliography"] > ol > li')
        ]
        assert complaints(items) == []
        assert [(item["id"], item["citation-number"]) for item in items] == shown
        assert not library.failed_blocks
        assert [entry.key for entry in library.entries] == [source for source, _ in shown]


def test_pages_say_how_to_cite_them(folder: Path) -> None:
    styles = ("apa", "chicago", "wikipedia", "bibtex", "ris", "csl")
    for page in _checks(folder):
        soup = _soup(page / "index.html")
        texts = {str(one["id"]): one.get_text() for one in soup.select(".citing .copyable")}
        address = str(soup.select_one('link[rel="canonical"]')["href"])
        assert list(texts) == [f"citing_{style}" for style in styles]
        assert anchors.PAGE_IDS.issuperset(texts)
        assert all(address in text for text in texts.values())
        assert complaints(json.loads(texts["citing_csl"])) == []
        assert len(bibtexparser.parse_string(texts["citing_bibtex"]).entries) == 1
        assert [link.get_text() for link in soup.select(".citing > p a")][:2] == ["CSL-JSON", "BibTeX"]


def test_what_is_not_public_is_nowhere(toy: Path) -> None:
    everything = b"".join(path.read_bytes() for path in toy.rglob("*.*") if path.suffix in {".json", ".bib"})

    for secret in (b"moon-draft", b"moon-later", b"moon-hidden", b"wire.example", b"office-data.html"):
        assert secret not in everything
    assert b"moon-withdrawn" not in (toy / "data/checks.json").read_bytes()
    assert b"moon-withdrawn/withdrawn" in (toy / "data/corrections.json").read_bytes()
    leaflet = next(one for one in _read(toy, "sources")["sources"] if one["id"] == "leaflet")
    assert leaflet["reason"] == "it names a private person"


def test_an_archive_does_not_give_away_what_is_withheld(tmp_path: Path) -> None:
    content = tmp_path / "content"
    toy_site.copy_copy(content)
    sources = content / "sources/all.yaml"
    withheld = "  link_status: withheld\n  archive: https://archive.example/https://secret.example/\n"
    sources.write_text(sources.read_text("utf-8").replace("  link_status: dead\n", f"{withheld}  reason: private\n"))
    toy_site.build(tmp_path / "site", content=content)

    files = [path for path in (tmp_path / "site").resolve().rglob("*.*") if path.suffix in {".json", ".bib"}]
    assert len(files) > 10
    assert b"social.example" not in b"".join(path.read_bytes() for path in files)
    assert b"secret.example" not in b"".join(path.read_bytes() for path in files)


def test_drafts_have_pages_but_no_data(tmp_path: Path, toy: Path) -> None:
    content = tmp_path / "content"
    toy_site.copy_copy(content)
    draft = content / "articles/2025/moon-draft.md"
    draft.write_text(draft.read_text("utf-8").replace("[7]", "[1]"))
    toy_site.build(tmp_path / "site", content=content, PLUMBLINE_DRAFTS=True)
    site = (tmp_path / "site").resolve()

    assert (site / "drafts/moon-draft/index.html").is_file()
    assert "citing" not in (site / "drafts/moon-draft/index.html").read_text("utf-8")
    assert not list(site.glob("drafts/*/sources.*"))
    for name in FILES:
        assert (site / f"data/{name}.json").read_bytes() == (toy / f"data/{name}.json").read_bytes()
