"""The pages of those who write and edit, and bylines that lead there."""

from pathlib import Path

import pytest
from small import Noun, check, loaded, site_of, source

from plugins.core.resolve.publication import LINES_PER_PAGE
from plugins.intake.load import Loaded
from plugins.people.room import pages, person_view
from plugins.views.people import Name, names

PEOPLE: Noun = {
    "ada": {"name": "Ada", "role": {"en": "Editor", "fr": "Rédactrice"}, "links": ["https://ada.example/"]},
    "bo": {"name": "بو", "left": "2025-06-30"},
    "cy": {"name": "Cy"},
}
MASTHEAD = {"people": PEOPLE, "languages": ["en", "fr"], "policies": {"ethics": "about"}}


def _copy(folder: Path, checks: list[Noun]) -> Loaded:
    about = {"about": {"title": "About us"}}
    return loaded(folder, checks, sources={"a": source("Paper")}, masthead=MASTHEAD, pages=about)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    checks = [
        check("old", "2025-01-01", "a", authors=["ada", "bo"]),
        check("new", "2025-02-01", "a", authors=["bo"], edited_by=["ada"]),
        check("both", "2025-03-01", "a", authors=["ada"], edited_by=["ada"]),
        check("neuf", "2025-04-01", "a", authors=["ada"], lang="fr"),
    ]
    return _copy(tmp_path_factory.mktemp("copy"), checks)


def test_what_they_wrote_and_edited_newest_first(copy: Loaded) -> None:
    view = person_view(site_of(copy), "ada", 1)

    assert [(one.card.title, one.part) for one in view.works] == [
        ("Is it both?", "wrote and edited it"), ("Is it new?", "edited it"), ("Is it old?", "wrote it"),
    ]  # fmt: skip
    assert (view.role, view.links, view.left, view.total) == ("Editor", ("https://ada.example/",), None, 3)
    assert view.everybody is not None
    assert (view.everybody.href, view.everybody.text) == ("/about/", "About us")


def test_each_language_has_its_own(copy: Loaded) -> None:
    view = person_view(site_of(copy, "fr"), "ada", 1)

    assert ([one.card.title for one in view.works], view.role) == (["Is it neuf?"], "Rédactrice")


def test_somebody_without_works_has_a_page(copy: Loaded) -> None:
    view = person_view(site_of(copy), "cy", 1)

    assert (view.works, view.total, view.left) == ((), 0, None)
    assert "/fr/people/cy/" in {page.address for page in pages(copy.publication)}


def test_many_works_are_in_pages(tmp_path: Path) -> None:
    copy = _copy(tmp_path, [check(f"c{n}", "2025-01-01", "a", authors=["ada"]) for n in range(LINES_PER_PAGE + 1)])

    assert [page.address for page in pages(copy.publication) if "/ada/" in page.address] == [
        "/people/ada/", "/people/ada/page/2/", "/fr/people/ada/",
    ]  # fmt: skip
    assert len(person_view(site_of(copy), "ada", 2).works) == 1


@pytest.mark.parametrize(
    ("ids", "lang", "listed"),
    [
        ((), "en", ()),
        (("ada",), "en", (Name("", "/people/ada/", "Ada"),)),
        (("ada", "nobody", "ada"), "en", (Name("", "/people/ada/", "Ada"),)),
        (
            ("ada", "bo", "cy"),
            "en",
            (Name("", "/people/ada/", "Ada"), Name(", ", "/people/bo/", "بو"), Name(" and ", "/people/cy/", "Cy")),
        ),
        (("ada", "cy"), "fr", (Name("", "/fr/people/ada/", "Ada"), Name(" et ", "/fr/people/cy/", "Cy"))),
    ],
)
def test_bylines(copy: Loaded, ids: tuple[str, ...], lang: str, listed: tuple[Name, ...]) -> None:
    assert names(site_of(copy, lang), ids) == listed
