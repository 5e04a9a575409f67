"""The index of sources, in pages, and the page of one: retracted ones are told, quotes lead to who uses them."""

from pathlib import Path

import pytest
from small import check, loaded, site_of, source

from plugins.core.resolve.publication import LINES_PER_PAGE
from plugins.factchecks.view import factcheck_view
from plugins.press.site import Site
from plugins.sources.index import sources_view
from plugins.sources.room import pages
from plugins.sources.view import source_page_view

QUOTES = [{"id": "short", "text": "so it is"}, {"id": "long", "text": "a quote of many words " * 9}, {"id": "c", "text": "no"}]  # fmt: skip
SOURCES = {
    "shared": source("Paper", quotes=QUOTES),
    "gone": source("Agency", title="Gone", link_status="retracted", note="An error in table 2."),
    "unused": source("Agency", link_status="retracted"),
    "zeta": source("zeta Weekly"),
    "alpha": source("Alpha Daily"),
}
CHECKS = [
    check("a", "2025-01-01", "shared", "gone", "zeta", why_checked="x"),
    check("b", "2025-02-01", "shared", "alpha", bottom_line="So [1:short] [1:long] [1:short]."),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(loaded(tmp_path_factory.mktemp("copy"), CHECKS, sources=SOURCES))


def test_shared_ones_first_then_by_publisher(site: Site) -> None:
    view = sources_view(site, 1)

    assert view.total == 4
    assert [(row.source.publisher, row.href) for row in view.shared] == [("Paper", "/sources/shared/")]
    assert [(row.source.publisher, row.href) for row in view.single] == [
        ("Agency", "/checks/a/#src-gone"),
        ("Alpha Daily", "/checks/b/#src-alpha"),
        ("zeta Weekly", "/checks/a/#src-zeta"),
    ]


def test_a_page_that_was_there_once_stays(tmp_path: Path) -> None:
    """Though one fact-check cites the source now, or none; the lists lead there."""
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger/sources.txt").write_text("alpha\nunused\n", "utf-8")
    copy = loaded(tmp_path, CHECKS, sources=SOURCES)
    site = site_of(copy)

    addresses = [page.address for page in pages(copy.publication)]
    assert addresses == ["/sources/", "/sources/shared/", "/sources/alpha/", "/sources/unused/"]
    assert ("Alpha Daily", "/sources/alpha/") in [
        (row.source.publisher, row.href) for row in sources_view(site, 1).single
    ]
    assert [one.source.page for one in factcheck_view(site, "b").sources] == ["/sources/shared/", "/sources/alpha/"]
    assert source_page_view(site, "alpha", 1).total == 1
    assert source_page_view(site, "unused", 1).uses == ()


def test_retracted_ones_in_use_are_listed_with_who_cites_them(site: Site) -> None:
    (retracted,) = sources_view(site, 1).retracted

    assert (retracted.row.source.title, retracted.row.source.note) == ("Gone", "An error in table 2.")
    assert [(link.href, link.text) for link in retracted.users] == [("/checks/a/#src-gone", "Is it a?")]


def test_a_factcheck_says_that_its_source_was_retracted(site: Site) -> None:
    assert [(link.href, link.text) for link in factcheck_view(site, "a").retracted] == [("#src-gone", "Gone")]
    assert factcheck_view(site, "b").retracted == ()


def test_quotes_lead_to_who_uses_them(site: Site) -> None:
    view = source_page_view(site, "shared", 1)
    quoting, not_quoting = view.uses

    assert (view.total, view.retracted) == (2, False)
    assert [link.href for link in quoting.quotes] == ["/checks/b/#src-shared.short", "/checks/b/#src-shared.long"]
    assert quoting.quotes[0].text == "so it is"
    assert len(quoting.quotes[1].text) <= 62
    assert not_quoting.quotes == ()


def test_many_are_in_pages(tmp_path: Path) -> None:
    names = [f"s{number:03}" for number in range(LINES_PER_PAGE + 3)]
    checks = [check(f"c{number}", "2025-01-01", names[0]) for number in range(LINES_PER_PAGE)]
    copy = loaded(tmp_path, [*checks, check("all", "2025-01-01", *names)], sources={n: source("Paper") for n in names})
    site = site_of(copy)
    index, further = sources_view(site, 1), sources_view(site, 2)

    assert [page.address for page in pages(copy.publication)] == [
        "/sources/", "/sources/page/2/", "/sources/s000/", "/sources/s000/page/2/",
    ]  # fmt: skip
    assert (len(index.shared), len(index.single), len(further.single), further.total) == (1, LINES_PER_PAGE - 1, 3, 203)
    assert len(source_page_view(site, "s000", 2).uses) == 1
    assert (further.paging.newer, further.paging.older) != (None, None)
    assert further.retracted == ()
