"""Regularity: how often fact-checks appear, and whether all of them are found in one place."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from plugins.core import addresses
from plugins.core.resolve import dates
from plugins.desk.criteria.criterion import ELIGIBILITY, OURS, Answer, Criterion, Remark, Status, many
from plugins.desk.criteria.survey import Survey

WEEKS, MONTHS = 26, 6
"""How far back the survey goes; weeks are counted back from the day of the clock."""
A_MONTH = 4

_NOTHING = Answer(Status.FAIL, "Nothing has been published.", "publish a fact-check")


def a_week(survey: Survey) -> Answer:
    """Count the fact-checks of six months, and name the weeks without one."""
    days = _days(survey)
    if not days:
        return _NOTHING
    today = date.fromisoformat(survey.publication.today)
    in_week = Counter((today - day).days // 7 for day in days)
    weeks = min((today - min(days)).days // 7 + 1, WEEKS)
    count = sum(in_week[week] for week in range(weeks))
    without = [week for week in range(weeks) if not in_week[week]]
    gone = f"{many(len(without), 'week')} had none" if without else "no week was without"
    says = f"{many(count)} in {many(weeks, 'week')} up to {today}; {gone}."
    empty = tuple(_gaps(today, without))
    if count < weeks:
        return Answer(Status.FAIL, says, "publish more often; translations are not counted", empty)
    if weeks < WEEKS:
        young = f"{says} The first is of {min(days)}, so that six months cannot be judged yet."
        return Answer(Status.WARN, young, "keep to it until six months have passed", empty)
    return Answer(Status.PASS, says, remarks=empty)


def a_month(survey: Survey) -> Answer:
    """Count the fact-checks of each of the last whole months."""
    days = _days(survey)
    if not days:
        return _NOTHING
    in_month = Counter(day.isoformat()[:7] for day in days)
    first = min(days).isoformat()
    months = [month for month in _whole_months(survey.publication.today) if first <= f"{month}-01"]
    thin = tuple(Remark(f"{month}: {in_month[month] or 'none'}") for month in months if in_month[month] < A_MONTH)
    if thin:
        status = Status.WARN if all(in_month[month] for month in months) else Status.FAIL
        says = f"{len(thin)} of the last {many(len(months), 'whole month')} had fewer than {A_MONTH}."
        return Answer(status, says, "publish more often; translations are not counted", thin)
    says = f"{A_MONTH} or more in each of the last {many(len(months), 'whole month')}."
    if len(months) == MONTHS:
        return Answer(Status.PASS, says)
    young = f"{many(len(months), 'whole month')} since the first fact-check, of {first}: too few to judge."
    return Answer(Status.WARN, young, "keep to it until six months have passed")


def one_place(survey: Survey) -> Answer:
    """Say where all are listed; the press makes that list at every build."""
    count = many(len(survey.listed))
    where = f"in a list ({addresses.CHECKS}), the newest in a feed ({addresses.FEED_ALL})"
    return Answer(Status.PASS, f"All {count} stand {where}; both are made at every build.")


def _days(survey: Survey) -> list[date]:
    """Give the day of each listed fact-check in the publication's zone; a translation is no fact-check of its own."""
    zone = dates.zone_or_utc(survey.masthead.timezone)
    own = (one.check for one in survey.listed if one.header.translation_of is None)
    return [date.fromisoformat(dates.day_in(check.published, zone)) for check in own]


def _gaps(today: date, weeks: list[int]) -> Iterator[Remark]:
    """Name weeks without a fact-check, counted back from today; those that follow each other as one gap."""
    for _, run in groupby(enumerate(weeks), lambda counted: counted[1] - counted[0]):
        gap = [week for _, week in run]
        first, last = today - timedelta(weeks=gap[-1], days=6), today - timedelta(weeks=gap[0])
        yield Remark(f"{first} to {last}: {many(len(gap), 'week')} without a fact-check")


def _whole_months(today: str) -> list[str]:
    """Give the last whole months before a day, newest first, as `2026-10`."""
    count = int(today[:4]) * 12 + int(today[5:7]) - 1
    return [f"{one // 12:04}-{one % 12 + 1:02}" for one in range(count - 1, count - 1 - MONTHS, -1)]


CRITERIA = (
    Criterion("a-week", "A fact-check a week, on average, over the last six months", ELIGIBILITY, a_week),
    Criterion("a-month", "Four fact-checks or more in every month", OURS, a_month),
    Criterion("one-place", "All fact-checks are found in one place", OURS, one_place),
)
