"""Filters of a list: few choices, each item numbered, pairs without an item told."""

import build
import pytest

from plugins.views.filters import MOST, By, Choice, Filter, Filters, Fitting, filters

LABELS = {"right": "Right", "wrong": "Wrong", "": "No verdict"}


def test_choices_are_numbered_in_the_order_of_their_labels() -> None:
    made = filters(By("Verdict", [("wrong",), ("right", "wrong"), ("unknown",)], LABELS))

    assert made == Filters(
        (Filter("first", "Verdict", (Choice(1, "Right", 1), Choice(2, "Wrong", 2))),),
        (Fitting("2"), Fitting("1 2"), Fitting("")),
        (),
    )


def test_pairs_that_nothing_fits_are_told() -> None:
    verdicts, years = [("right",), ("wrong",), ("right",)], [("2025",), ("2025",), ("2024",)]
    made = filters(By("Verdict", verdicts, LABELS), By("Year", years, {"2025": "2025", "2024": "2024"}))

    assert [one.name for one in made.filters] == ["first", "second"]
    assert made.items == (Fitting("1", "1"), Fitting("2", "1"), Fitting("1", "2"))
    assert made.empty == (Fitting("2", "2"),)


@pytest.mark.parametrize(
    "values",
    [
        [],
        [("right",), ("wrong",)],
        [("right",)] * 5,
        [(f"choice-{number}",) for number in range(MOST + 1)],
    ],
    ids=["nothing", "a short list", "one choice", "more choices than the stylesheet knows"],
)
def test_what_is_of_no_use_is_no_filter(values: list[tuple[str, ...]]) -> None:
    labels = {value: value for one in values for value in one}
    made = filters(By("Verdict", values, labels))

    assert made == Filters((), (Fitting(),) * len(values), ())


def test_the_second_of_two_stands_alone_when_the_first_is_of_no_use() -> None:
    years = [("2025",), ("2024",), ("2023",)]
    made = filters(By("Verdict", [("right",)] * 3, LABELS), By("Year", years, {one: one for (one,) in years}))

    assert [(one.name, one.legend) for one in made.filters] == [("first", "Year")]
    assert made.items == (Fitting("1"), Fitting("2"), Fitting("3"))


def test_the_stylesheet_knows_every_number() -> None:
    sheet = (build.ROOT / "theme/static/style.css").read_text("utf-8")

    for name in ("first", "second"):
        for number in range(1, MOST + 1):
            rule = f'[name="{name}"][value="{number}"]:checked) [data-{name}]:not([data-{name}~="{number}"])'
            assert rule in sheet
