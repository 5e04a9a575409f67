"""The picture of the evidence and the related fact-checks of a small publication."""

from pathlib import Path

import pytest
import small

from plugins.factchecks.evidence import EvidenceView, evidence_view
from plugins.factchecks.related import related
from plugins.press.site import Site
from plugins.views.cards import Card
from plugins.views.numbered import numbered

SOURCES = {
    "wire-1": small.source("Paper", origin="Agency"),
    "wire-2": small.source("Other", origin="The Agency"),
    "own": small.source("Paper", kind="law"),
    "rare": small.source("Other", kind="law"),
}
PUBLISHERS = {
    "agency": {"names": ["Agency", "The Agency"]},
    "paper": {"names": ["Paper"]},
    "other": {"names": ["Other"]},
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    first = {"1": "wire-1", "2": {"source": "wire-2", "stance": "against"}, "3": {"source": "own", "primary": True}}
    checks = [
        small.check("first", "2025-01-01") | {"sources": first},
        small.check("shares-two", "2025-02-01", "wire-1", "own"),
        small.check("shares-one", "2025-03-01", "own"),
        small.check("alone", "2025-04-01", "rare", topics=["sea"]),
        small.check("same-topic", "2025-05-01", "wire-2", topics=["sea"]),
    ]
    topics = {"sea": {"title": "Sea"}}
    return small.site_of(small.loaded(tmp_path, checks, sources=SOURCES, publishers=PUBLISHERS, topics=topics))


def _related(site: Site, name: str) -> tuple[Card, ...]:
    check = site.known_check(name)
    return related(site, check, numbered(site, site.whole(check.id)))


def evidence(site: Site, name: str) -> EvidenceView:
    view = evidence_view(site, numbered(site, site.whole(name)))
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
    related_to = [card.href for card in _related(site, "first")]

    assert related_to[0] == "/checks/shares-two/"
    assert sorted(related_to[1:]) == ["/checks/same-topic/", "/checks/shares-one/"]


def test_then_those_of_the_same_topic(site: Site) -> None:
    assert [card.href for card in _related(site, "alone")] == ["/checks/same-topic/"]


def test_a_page_stands_on_no_more_than_it_shows(site: Site) -> None:
    _, read = site.watched(lambda: _related(site, "first"))

    assert site.facts["check alone"] not in read


def test_of_translations_the_one_in_the_language_of_the_page_is_related(tmp_path: Path) -> None:
    checks = [
        small.check("first", "2025-01-01", "own"),
        small.check("autre", "2025-02-01", "own", lang="fr"),
        small.check("third", "2025-03-01", "own"),
        small.check("troisieme", "2025-04-01", "own", lang="fr", translation_of="third"),
    ]
    copy = small.loaded(tmp_path, checks, sources=SOURCES, masthead={"languages": ["en", "fr"]})
    shown = {one: _related(small.site_of(copy, lang), one) for one, lang in (("first", "en"), ("autre", "fr"))}

    assert [card.href for card in shown["first"]] == ["/checks/third/"]
    assert [card.href for card in shown["autre"]] == ["/fr/checks/troisieme/"]
