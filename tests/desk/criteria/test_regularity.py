"""How often fact-checks appear, counted back from the day of the clock."""

from datetime import date, timedelta

import pytest

from plugins.desk.criteria.criterion import Status
from tests.desk.criteria.surveyed import TODAY, answers, survey

PASS, WARN, FAIL = Status


def weekly(*, first: int, last: int = 0, without: tuple[int, ...] = ()) -> list[date]:
    """A fact-check a week, from `first` weeks ago to `last` weeks ago, newest first."""
    return [TODAY - timedelta(weeks=week) for week in range(last, first) if week not in without]


def months(*counts: int) -> list[date]:
    """So many fact-checks in June, May …, and one long before."""
    firsts = [date(2026, month, 1) for month in (6, 5, 4, 3, 2, 1)]
    days = [first + timedelta(days=day) for first, count in zip(firsts, counts, strict=True) for day in range(count)]
    return [*sorted(days, reverse=True), date(2024, 1, 1)]


@pytest.mark.parametrize(
    ("days", "status", "says", "gaps"),
    [
        ([], FAIL, "Nothing has been published.", []),
        (weekly(first=26), PASS, "26 fact-checks in 26 weeks up to 2026-07-01; no week was without.", []),
        (weekly(first=60), PASS, "26 fact-checks in 26 weeks up to 2026-07-01; no week was without.", []),
        (weekly(first=60, without=(3,)), FAIL, "25 fact-checks in 26 weeks up to 2026-07-01; 1 week had none.",
         ["2026-06-04 to 2026-06-10: 1 week without a fact-check"]),
        (sorted([*weekly(first=60, without=(3, 4, 9)), TODAY - timedelta(1), TODAY - timedelta(2), TODAY - timedelta(3)], reverse=True), PASS,
         "26 fact-checks in 26 weeks up to 2026-07-01; 3 weeks had none.",
         ["2026-05-28 to 2026-06-10: 2 weeks without a fact-check", "2026-04-23 to 2026-04-29: 1 week without a fact-check"]),
        (weekly(first=60, last=26), FAIL, "0 fact-checks in 26 weeks up to 2026-07-01; 26 weeks had none.",
         ["2026-01-01 to 2026-07-01: 26 weeks without a fact-check"]),
        (weekly(first=3), WARN,
         "3 fact-checks in 3 weeks up to 2026-07-01; no week was without. The first is of 2026-06-17, so that six months cannot be judged yet.", []),
        (weekly(first=4, without=(1, 2)), FAIL, "2 fact-checks in 4 weeks up to 2026-07-01; 2 weeks had none.",
         ["2026-06-11 to 2026-06-24: 2 weeks without a fact-check"]),
    ],
)  # fmt: skip
def test_a_week(days: list[date], status: Status, says: str, gaps: list[str]) -> None:
    answer = answers(survey(days=days))["a-week"]
    assert (answer.status, answer.says, [remark.text for remark in answer.remarks]) == (status, says, gaps)


@pytest.mark.parametrize(
    ("days", "status", "thin"),
    [
        ([], FAIL, []),
        (months(4, 4, 4, 4, 4, 4), PASS, []),
        (months(4, 5, 4, 9, 4, 3), WARN, ["2026-01: 3"]),
        (months(4, 4, 0, 4, 1, 4), FAIL, ["2026-04: none", "2026-02: 1"]),
        (weekly(first=10), WARN, []),
        (weekly(first=1), WARN, []),
        (weekly(first=10, last=6), FAIL, ["2026-06: none", "2026-05: 3"]),
    ],
)
def test_a_month(days: list[date], status: Status, thin: list[str]) -> None:
    answer = answers(survey(days=days))["a-month"]
    assert (answer.status, [remark.text for remark in answer.remarks]) == (status, thin)


def test_the_month_of_the_clock_is_not_over() -> None:
    before = answers(survey(days=months(4, 4, 4, 4, 4, 4), today=date(2026, 6, 30)))["a-month"]
    assert (before.status, [remark.text for remark in before.remarks]) == (FAIL, ["2025-12: none"])


def test_a_translation_is_not_counted() -> None:
    days = weekly(first=26)
    answer = answers(survey(days=days, check={"translation_of": f"bridge-{days[1]}", "lang": "fr"}))["a-week"]
    assert (answer.status, answer.says[:14]) == (FAIL, "25 fact-checks")


def test_the_day_is_that_of_the_publication() -> None:
    """Two in the morning of the first of July is the evening of the last of June in Toronto."""
    days, late = [TODAY, *months(3, 4, 4, 4, 4, 4)], {"published": "2026-07-01T02:00:00+00:00"}
    assert answers(survey(days=days, check=late))["a-month"].status is WARN
    assert answers(survey(days=days, check=late, timezone="America/Toronto"))["a-month"].status is PASS
