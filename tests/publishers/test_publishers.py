"""Publishers: the index, and the pages of those that publishers.yaml knows."""

from pathlib import Path

import pytest
from small import check, loaded, site_of, source

from plugins.core.resolve.publication import LINES_PER_PAGE
from plugins.intake.load import Loaded
from plugins.publishers.index import index_view
from plugins.publishers.room import pages
from plugins.publishers.view import publisher_view

SOURCES = {
    "wire": source("Paper", origin="Agency"),
    "own": source("Paper"),
    "strange": source("Stranger"),
}
PUBLISHERS = {
    "agency": {"names": ["Agency", "Agency Inc.", "The Agency"], "owner": "Readers", "interests": "None.",
               "address": "https://agency.example/"},
    "paper": {"names": ["Paper"]},
    "idle": {"names": ["Idle"]},
}  # fmt: skip


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    checks = [check("a", "2025-01-01", "wire", "own", "strange"), check("b", "2025-02-01", "wire")]
    return loaded(tmp_path_factory.mktemp("copy"), checks, sources=SOURCES, publishers=PUBLISHERS)


def test_only_those_with_an_entry_have_pages(copy: Loaded) -> None:
    assert [page.address for page in pages(copy.publication)] == [
        "/publishers/", "/publishers/agency/", "/publishers/paper/", "/publishers/idle/",
    ]  # fmt: skip


def test_the_index_has_all(copy: Loaded) -> None:
    view = index_view(site_of(copy))

    assert [(row.name, row.href, row.users, row.sources, row.carried) for row in view.known] == [
        ("Agency", "/publishers/agency/", 2, 1, 0),
        ("Paper", "/publishers/paper/", 1, 1, 1),
    ]
    assert [(row.name, row.href, row.users) for row in view.others] == [("Stranger", "", 1)]
    assert [row.name for row in view.unused] == ["Idle"]


def test_an_agency_and_who_carried_it(copy: Loaded) -> None:
    agency, paper = (publisher_view(site_of(copy), one, 1) for one in ("agency", "paper"))

    assert (agency.name, agency.other_names, agency.owner) == ("Agency", "Agency Inc. and The Agency", "Readers")
    assert [(row.source.publisher, row.href) for row in agency.own] == [("Paper", "/sources/wire/")]
    assert (agency.carried, agency.carried_users.count) == ((), 0)
    assert [card.title for card in agency.own_users.newest] == ["Is it b?", "Is it a?"]
    assert [(row.source.title, row.href) for row in paper.own] == [("By Paper", "/checks/a/#src-own")]
    assert [(row.source.origin, row.source.origin_page) for row in paper.carried] == [("Agency", "/publishers/agency/")]
    assert (paper.own_users.count, paper.carried_users.count) == (1, 2)


def test_one_that_nothing_leans_on_has_an_empty_page(copy: Loaded) -> None:
    view = publisher_view(site_of(copy), "idle", 1)

    assert (view.own, view.carried, view.own_total, view.own_users.count) == ((), (), 0, 0)


def test_many_sources_are_in_pages(tmp_path: Path) -> None:
    names = [f"s{number:03}" for number in range(LINES_PER_PAGE + 5)]
    checks = [check("many", "2025-01-01", *names)]
    made = loaded(tmp_path, checks, sources={name: source("Paper") for name in names}, publishers=PUBLISHERS)
    site = site_of(made)
    first, second = (publisher_view(site, "paper", page) for page in (1, 2))

    assert [page.address for page in pages(made.publication) if "paper" in page.address] == [
        "/publishers/paper/", "/publishers/paper/page/2/",
    ]  # fmt: skip
    assert (len(first.own), len(second.own)) == (LINES_PER_PAGE, 5)
    assert (first.first, second.first) == (True, False)
    assert first.paging.older is not None
    assert first.paging.older.href == "/publishers/paper/page/2/"
