"""The bar chart of a topic: bars for months, for longer spans when there would be too many, and its labels."""

from pathlib import Path

import pytest
from small import check, loaded, site_of, source

from plugins.press.site import Site
from plugins.topics.timeline import HEIGHT, MOST, WIDTH, timeline


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder: Path = tmp_path_factory.mktemp("copy")
    return site_of(loaded(folder, [check("so", "2025-01-01", "a")], sources={"a": source("Paper")}))


@pytest.mark.parametrize("days", [[], ["2025-03-01"], ["2025-03-01", "2025-03-31"]], ids=["none", "one", "one month"])
def test_no_time_no_chart(site: Site, days: list[str]) -> None:
    assert timeline(site, days) is None


@pytest.mark.parametrize(
    ("days", "count", "first", "last"),
    [
        (["2025-03-01", "2025-04-30"], 2, "March 2025", "April 2025"),
        (["2024-11-01", "2025-02-01"], 4, "November 2024", "February 2025"),
        (["2023-01-01", "2025-12-31"], 36, "January 2023", "December 2025"),
        (["2023-02-01", "2026-02-01"], 13, "January 2023 to March 2023", "January 2026 to March 2026"),
        (["2017-01-01", "2025-12-31"], 36, "January 2017 to March 2017", "October 2025 to December 2025"),
        (["2017-01-01", "2026-01-01"], 10, "2017", "2026"),
        (["1983-07-01", "2025-01-01"], 10, "1980 to 1984", "2025 to 2029"),
        (["1000-01-01", "9998-12-31"], 18, "1000 to 1499", "9500 to 9999"),
    ],
)  # fmt: skip
def test_bars_stand_for_longer_spans_when_there_would_be_many(
    site: Site, days: list[str], count: int, first: str, last: str
) -> None:
    chart = timeline(site, days)

    assert chart is not None
    assert len(chart.bars) == count <= MOST
    assert (chart.bars[0].label, chart.bars[-1].label) == (first, last)
    assert sum(bar.count for bar in chart.bars) == len(days)
    assert all(bar.x >= 0 and bar.width > 0 and bar.x + bar.width <= chart.right <= WIDTH for bar in chart.bars)
    assert [bar.x for bar in chart.bars] == sorted({bar.x for bar in chart.bars})
    assert all(0 <= tick.x <= WIDTH for tick in chart.ticks)
    assert chart.foot <= HEIGHT


def test_heights_fit_the_numbers(site: Site) -> None:
    chart = timeline(site, ["2025-01-01"] * 7 + ["2025-02-01"] + ["2025-04-01"] * 2)

    assert chart is not None
    assert [bar.count for bar in chart.bars] == [7, 1, 0, 2]
    assert [line.count for line in chart.lines] == [5, 10]
    unit = (chart.base - chart.lines[-1].y) / 10
    assert [bar.height for bar in chart.bars] == [round(unit * number) for number in (7, 1, 0, 2)]
    assert all(bar.y + bar.height == chart.base for bar in chart.bars)


def test_one_among_thousands_is_seen(site: Site) -> None:
    chart = timeline(site, ["2025-01-01"] * 5000 + ["2025-02-01"])

    assert chart is not None
    assert chart.bars[1].height == 1


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2025-01-09", "2025-03-01", "2025-03-02"], "From January 2025 to March 2025; most in March 2025: 2."),
        (["2025-01-09", "2025-03-01"], "From January 2025 to March 2025; never more than 1 at a time."),
    ],
)
def test_it_is_said_in_words(site: Site, days: list[str], said: str) -> None:
    chart = timeline(site, days)

    assert chart is not None
    assert chart.description == said


def test_years_are_named_where_there_is_room(site: Site) -> None:
    chart = timeline(site, ["2023-03-01", "2025-12-01"])

    assert chart is not None
    assert [(tick.anchor, tick.text) for tick in chart.ticks] == [
        ("start", "March 2023"), ("middle", "2024"), ("middle", "2025"), ("end", "December 2025"),
    ]  # fmt: skip
