"""In which order things are made: few of a kind first, then pages with the files beside them."""

from pathlib import Path

from plugins.crew import SMALL
from plugins.press.order import TOGETHER, ahead, in_order, weight
from plugins.press.pages import Page, StoredFile, Thing
from tests.press.simple import page, view

NAMES = [f"page-{number}" for number in range(TOGETHER + 2)]
PAGES = [page(name, "x") for name in NAMES]
BESIDE = [[Page(f"/{name}/{file}", file, view, ("x",)) for name in NAMES] for file in ("sources.json", "sources.bib")]
LAST = page("last", "x")
DATA = [Page(f"/data/{number}.json", "json", view, ("x",)) for number in range(SMALL - 1)]
PICTURE = StoredFile("/images/one.png", Path("one.png"), "00")
THINGS: list[Thing] = [*PAGES, LAST, *BESIDE[0], *DATA, *BESIDE[1], PICTURE]


def _ordered(places: range) -> list[Thing]:
    return [THINGS[place] for place in in_order(THINGS, places)]


def test_files_beside_pages_follow_soon_after_them() -> None:
    kinds = [PAGES, *BESIDE]
    first = [thing for kind in kinds for thing in kind[:TOGETHER]]
    then = [*PAGES[TOGETHER:], LAST, *(thing for kind in BESIDE for thing in kind[TOGETHER:])]

    assert _ordered(range(len(THINGS)))[SMALL:] == [*first, *then]


def test_of_what_there_are_few_comes_first() -> None:
    assert _ordered(range(len(THINGS)))[:SMALL] == [*DATA, PICTURE]


def test_a_file_beside_a_page_weighs_a_tenth_of_it() -> None:
    assert [weight(thing) for thing in (PAGES[0], BESIDE[0][0], BESIDE[1][0], DATA[0], PICTURE)] == [1, 0.1, 0.1, 1, 1]


def test_what_is_not_made_has_no_place() -> None:
    some = range(0, len(THINGS), 3)

    assert sorted(in_order(THINGS, some)) == [*some]
    assert not in_order(THINGS, [])


def test_one_of_each_kind_of_which_there_are_many_goes_ahead() -> None:
    assert {THINGS[place] for place in ahead(THINGS, range(len(THINGS)))} == {PAGES[0], BESIDE[0][0], BESIDE[1][0]}
    assert ahead(THINGS, range(SMALL - 1)) == frozenset()
