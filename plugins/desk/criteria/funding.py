"""Funding: who pays, since when the figures are known, and whether they are all there."""

import re
from collections.abc import Callable

from plugins.core.model.publication import Funding, Grant
from plugins.core.model.worded import in_language
from plugins.desk.criteria.criterion import ORGANISATION, OURS, Answer, Criterion, Remark, Status, judged, many
from plugins.desk.criteria.standing import stands
from plugins.desk.criteria.survey import Survey

STALE = 2
"""Figures of a year that lies further back, in years, tell little about today."""
ROUNDING = 1.0
"""So many points may shares miss the hundred by."""

_SHARE = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*%?")
_NOTHING = re.compile(r"\D*0+(?:[.,]0+)?\D*")


def page(survey: Survey) -> Answer:
    """Look for the page, and for the table that it shows."""
    funding = survey.masthead.funding
    if funding is None or not funding.from_:
        return Answer(Status.FAIL, "There is no table of who pays.",
                      "add `funding:` with `year:` and `from:` to publication.yaml; if nobody pays, say so there",
                      (Remark("no table", survey.of_masthead("funding")),))  # fmt: skip
    known = f"The table has {many(len(funding.from_), 'line')}. A person has to read whether it names everybody."
    return stands(survey, "funding", known)


def year(survey: Survey) -> Answer:
    """Compare the year of the table with the clock; of `2025/26` the later one counts."""
    funding = survey.masthead.funding
    where = (Remark("`year:`", survey.of_masthead("funding", "year")),)
    if funding is None:
        return Answer(Status.FAIL, "No year, since there is no table.", "add `funding:` to publication.yaml", where)
    now, last = int(survey.publication.today[:4]), _last_year(funding.year)
    if last is None:
        return Answer(Status.WARN, f"“{funding.year}” is no year.", "write it as 2026 or 2025/26", where)
    if last > now:
        return Answer(Status.WARN, f"The figures are of {funding.year}, which lies ahead.", "mend `year:`", where)
    if now - last > STALE:
        return Answer(Status.WARN, f"The figures are of {funding.year}.", "bring the table up to date", where)
    return Answer(Status.PASS, f"The figures are of {funding.year}.")


def shares(survey: Survey) -> Answer:
    """Add the shares up; where there are none, each giver has an amount."""
    funding = survey.masthead.funding
    if funding is None or not funding.from_:
        return Answer(Status.FAIL, "There is no table to add up.", "add `funding:` to publication.yaml",
                      (Remark("no table", survey.of_masthead("funding")),))  # fmt: skip
    if _no_money(funding):
        return Answer(Status.PASS, "There was no money: the total is 0.")
    if not any(grant.share for grant in funding.from_):
        return judged(
            _each(survey, lambda grant: not grant.amount, "neither share nor amount"),
            "Each line has its amount; there are no shares to add up.",
            "Some lines give neither a share nor an amount.", "add `share:` or `amount:`",
        )  # fmt: skip
    unread = _each(survey, lambda grant: not _SHARE.fullmatch(grant.share), "no share that can be read as a percentage")
    if unread:
        return Answer(Status.WARN, "The shares cannot be added up.", "write each as `40 %`", tuple(unread))
    return _added_up(survey, sum(_percent(grant) for grant in funding.from_))


def _added_up(survey: Survey, total: float) -> Answer:
    where = (Remark("`from:`", survey.of_masthead("funding", "from")),)
    says = f"The shares add up to {total:g} %."
    if total > 100 + ROUNDING:
        return Answer(Status.FAIL, says, "mend them: they cannot be more than the whole", where)
    if total < 100 - ROUNDING:
        return Answer(Status.WARN, says, "name those who gave the rest, as “small donors” if there are many", where)
    return Answer(Status.PASS, says)


def _each(survey: Survey, wanting: Callable[[Grant], bool], text: str) -> list[Remark]:
    funding = survey.masthead.funding
    grants = funding.from_ if funding else ()
    return [
        Remark(f"{in_language(grant.who, survey.masthead.lang)}: {text}", survey.of_masthead("funding", "from", place))
        for place, grant in enumerate(grants)
        if wanting(grant)
    ]


def _percent(grant: Grant) -> float:
    read = _SHARE.fullmatch(grant.share)
    return float(read[1].replace(",", ".")) if read else 0.0


def _no_money(funding: Funding) -> bool:
    return bool(_NOTHING.fullmatch(funding.total)) and not any(map(_percent, funding.from_))


def _last_year(text: str) -> int | None:
    """Read the last year of `2026`, `2025/26` or `2025–2026`."""
    read = re.fullmatch(r"\D*([0-9]{4})(?:\s*[/–-]\s*([0-9]{2}|[0-9]{4}))?\D*", text)
    if read is None:
        return None
    first, last = read[1], read[2] or ""
    return int(first[: 4 - len(last)] + last)


CRITERIA = (
    Criterion("funding-page", "A page says who pays, in a table", ORGANISATION, page),
    Criterion("funding-year", "The figures are of the last years", OURS, year),
    Criterion("funding-shares", "The shares make up the whole", OURS, shares),
)
