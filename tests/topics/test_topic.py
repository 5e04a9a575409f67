"""A topic's page: what is counted over all of it, how it stands, its filters, its children."""

from pathlib import Path

import pytest
from small import Noun, check, claim, loaded, site_of, source

from plugins.press.site import Site
from plugins.topics.relied import SHOWN
from plugins.topics.view import topic_view

SOURCES = {
    "wire": source("Paper", origin="Agency"),
    "wire-again": source("Other", origin="The Agency"),
    "own": source("Paper"),
    "alone": source("Stranger"),
    "unknown-twice": source("Stranger", title="Twice"),
}
PUBLISHERS = {"agency": {"names": ["Agency", "The Agency"]}, "paper": {"names": ["Paper"]}}
TOPICS: dict[str, Noun] = {
    "sea": {"title": "The sea"},
    "tide": {"title": "The tide", "parent": "sea", "status": "closed"},
    "coast": {"title": "A coast", "parent": "sea"},
    "one": {"title": "One"},
    "none": {"title": "None"},
}
CHECKS = [
    check("a", "2024-11-05", "wire", "own", "alone", topics=["tide", "one"], claims=[claim({"name": "Ann\n Author"})]),
    check("b", "2025-02-01", "wire-again", "wire", topics=["tide"], claims=[claim({"anonymous": "a post"}, "wrong")]),
    check("c", "2025-03-01", "own", "unknown-twice", topics=["coast"],
          corrections=[{"id": "c1", "date": "2025-06-07", "kind": "minor", "why": "A slip."}]),
    check("d", "2025-03-02", "unknown-twice", "wire", topics=["sea"], as_of="2024-12-31", claims=[claim({"name": "Ann Author"})]),
]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("copy")
    return site_of(loaded(folder, CHECKS, sources=SOURCES, publishers=PUBLISHERS, topics=TOPICS))


def test_sources_count_by_factchecks_and_publishers_by_whose_words_they_carry(site: Site) -> None:
    relied = topic_view(site, "sea", 1).relied

    assert relied is not None
    assert [(one.text, one.by, one.count, one.href) for one in relied.sources] == [
        ("By Paper", "Agency", 3, "/sources/wire/"),
        ("By Paper", "Paper", 2, "/sources/own/"),
        ("Twice", "Stranger", 2, "/sources/unknown-twice/"),
    ]
    assert [(one.text, one.count, one.href) for one in relied.publishers] == [
        ("Agency", 3, "/publishers/agency/"),
        ("Stranger", 3, ""),
        ("Paper", 2, "/publishers/paper/"),
    ]
    assert [(one.text, one.count) for one in relied.claimants] == [("Ann Author", 2), ("a post", 1)]
    assert relied.more_claimants == 0


def test_how_it_stands(site: Site) -> None:
    view = topic_view(site, "sea", 1)

    assert (view.closed, view.total) == (False, 4)
    assert view.changed is not None
    assert view.changed.text == "7 June 2025"
    assert [(one.title, one.count, one.closed) for one in view.children] == [("A coast", 1, False), ("The tide", 2, True)]  # fmt: skip
    assert topic_view(site, "tide", 1).closed
    assert view.timeline is not None
    assert [(bar.label, bar.count) for bar in view.timeline.bars if bar.count] == [
        ("November 2024", 1), ("December 2024", 1), ("February 2025", 1), ("March 2025", 1),
    ]  # fmt: skip


def test_filters_by_verdict_and_by_the_year_that_the_answer_is_of(site: Site) -> None:
    view = topic_view(site, "sea", 1)

    assert [[(one.label, one.count) for one in each.choices] for each in view.filters.filters] == [
        [("Right", 2), ("Wrong", 1), ("No verdict", 1)],
        [("2025", 2), ("2024", 2)],
    ]
    assert [(item.card.title, item.fits.first, item.fits.second) for item in view.items] == [
        ("Is it d?", "1", "2"), ("Is it c?", "3", "1"), ("Is it b?", "2", "1"), ("Is it a?", "1", "2"),
    ]  # fmt: skip


@pytest.mark.parametrize(("topic", "total"), [("one", 1), ("none", 0)])
def test_with_one_or_no_factcheck_nothing_is_counted(site: Site, topic: str, total: int) -> None:
    view = topic_view(site, topic, 1)

    assert (view.total, len(view.items)) == (total, total)
    assert view.timeline is None
    assert view.relied is None
    assert view.filters.filters == ()
    assert bool(view.changed) == bool(total)


def test_what_tells_of_the_whole_topic_stands_on_its_first_page_and_fetches_no_text(tmp_path: Path) -> None:
    claimants = [f"Claimant {number}" for number in range(SHOWN + 3)]
    checks = [
        check(f"n{number}", f"2025-0{1 + number % 9}-01", "own", topics=["sea"],
              claims=[claim({"name": claimants[number % len(claimants)]})])
        for number in range(25)
    ]  # fmt: skip
    copy = loaded(tmp_path, checks, sources=SOURCES, publishers=PUBLISHERS, topics=TOPICS)
    site = site_of(copy)
    fetched: list[str] = []
    whole = site.whole
    site.whole = lambda one: fetched.append(one.id) or whole(one)  # type: ignore[method-assign, func-returns-value]

    first, second = topic_view(site, "sea", 1), topic_view(site, "sea", 2)

    assert first.relied is not None
    assert (len(first.relied.claimants), first.relied.more_claimants) == (SHOWN, 3)
    assert first.relied.sources[0].count == 25
    assert (second.relied, second.timeline, second.changed) == (None, None, None)
    assert (len(first.items), len(second.items)) == (20, 5)
    assert not fetched
