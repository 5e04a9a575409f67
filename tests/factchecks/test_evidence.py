"""The picture of the evidence and the related fact-checks of a small publication."""

from pathlib import Path

import pytest
from build import ENGLISH

from plugins.factchecks.evidence import EvidenceView, evidence_view
from plugins.factchecks.related import related
from plugins.intake.load import load
from plugins.press.facts import facts
from plugins.press.site import Site

NOW = "2026-01-01T00:00:00+00:00"
MASTHEAD = """
name: Small
url: https://small.example
tag_authority: small.example
verdicts: [{id: "true", label: True}]
languages: [en]
"""
PUBLISHERS = "agency: {names: [Agency, The Agency]}\npaper: {names: [Paper]}\nother: {names: [Other]}\n"
SOURCES = """
wire-1: {title: One, publisher: Paper, origin: Agency, url: "https://a.example/1", accessed: 2025-01-01, kind: news}
wire-2: {title: Two, publisher: Other, origin: The Agency, url: "https://a.example/2", accessed: 2025-01-01, kind: news}
own: {title: Three, publisher: Paper, url: "https://a.example/3", accessed: 2025-01-01, kind: law}
rare: {title: Four, publisher: Other, url: "https://a.example/4", accessed: 2025-01-01, kind: law}
"""
CHECK = """---
id: {id}
title: Is it {id}?
published: 2025-0{month}-01
topics: [{topics}]
sources: {{{sources}}}
---
Yes {marks}.
"""


def write_check(folder: Path, name: str, month: int, sources: list[str], topics: str = "") -> None:
    marks = " ".join(f"[{number}]" for number in range(1, len(sources) + 1))
    numbered = ", ".join(f"{number}: {source}" for number, source in enumerate(sources, 1))
    text = CHECK.format(id=name, month=month, sources=numbered, marks=marks, topics=topics)
    (folder / "articles/2025").mkdir(parents=True, exist_ok=True)
    (folder / f"articles/2025/{name}.md").write_text(text, "utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "sources").mkdir()
    (tmp_path / "topics").mkdir()
    (tmp_path / "publication.yaml").write_text(MASTHEAD, "utf-8")
    (tmp_path / "publishers.yaml").write_text(PUBLISHERS, "utf-8")
    (tmp_path / "sources/all.yaml").write_text(SOURCES, "utf-8")
    (tmp_path / "topics/sea.yaml").write_text("title: Sea\n", "utf-8")
    write_check(tmp_path, "first", 1, ["wire-1", "{source: wire-2, stance: against}", "{source: own, primary: true}"])
    write_check(tmp_path, "shares-two", 2, ["wire-1", "own"])
    write_check(tmp_path, "shares-one", 3, ["own"])
    write_check(tmp_path, "alone", 4, ["rare"], "sea")
    write_check(tmp_path, "same-topic", 5, ["wire-2"], "sea")
    loaded = load(tmp_path, "content", NOW)
    assert not loaded.problems
    named = facts(loaded.publication, {"words en": ""})
    return Site(loaded.publication, "https://small.example", {}, named, loaded.shelf.whole, ENGLISH)


def evidence(site: Site, name: str) -> EvidenceView:
    view = evidence_view(site, site.whole(site.known_check(name)))
    assert view
    return view


def test_one_agency_counts_once(site: Site) -> None:
    view = evidence(site, "first")

    assert view.total == 3
    assert [(row.name, [dot.number for dot in row.sources]) for row in view.origins] == [
        ("Agency", [1, 2]),
        ("Paper", [3]),
    ]


def test_kinds_primary_and_stances_are_counted(site: Site) -> None:
    view = evidence(site, "first")

    assert [(kind.name, kind.count) for kind in view.kinds] == [("News", 2), ("Law", 1)]
    assert (view.primary, view.supports, view.against) == (1, 0, 1)
    assert [dot.label for row in view.origins for dot in row.sources] == [
        "News",
        "News, against the claim",
        "Law, primary source",
    ]


def test_related_share_sources_first(site: Site) -> None:
    related_to = [card.href for card in related(site, site.known_check("first"))]

    assert related_to[0] == "/checks/shares-two/"
    assert sorted(related_to[1:]) == ["/checks/same-topic/", "/checks/shares-one/"]


def test_then_those_of_the_same_topic(site: Site) -> None:
    assert [card.href for card in related(site, site.known_check("alone"))] == ["/checks/same-topic/"]


def test_a_page_stands_on_no_more_than_it_shows(site: Site) -> None:
    _, read = site.watched(lambda: related(site, site.known_check("first")))

    assert site.facts["check alone"] not in read
