"""Upkeep: whether what stands there still holds, and who can read it."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import fields

from plugins.core.model.publication import Policies
from plugins.core.parse.nouns import WrittenPage
from plugins.core.problems import Spot
from plugins.desk.criteria.criterion import OURS, Answer, Criterion, Remark, Status, judged, many
from plugins.desk.criteria.survey import Survey

A_YEAR = 365


def reviewed(survey: Survey) -> Answer:
    """Compare the `reviewed` of each page that holds a policy with the clock."""
    pages = {page.path: page for name in _POLICIES for page in survey.policy(name)}
    if not pages:
        where = (Remark("`policies:`", survey.of_masthead("policies")),)
        return Answer(Status.FAIL, "No page holds a policy.", "write the pages, and name them under `policies:`", where)
    old = [(page, text) for page in pages.values() if (text := _age(page, survey.publication.today))]
    return judged(
        (Remark(text, Spot(page.path, ("reviewed",))) for page, text in old),
        f"{many(len(pages), 'page')} with a policy, each reviewed within the last year.",
        f"{len(old)} of {many(len(pages), 'page')} with a policy were not reviewed within the last year.",
        "read the page again, mend it, and put the day under `reviewed:`",
    )


def due(survey: Survey) -> Answer:
    """Find fact-checks that wait for a second look."""
    today = survey.publication.today
    waiting = [
        one for one in survey.published if one.check.standing != "withdrawn" and (one.header.review_by or today) < today
    ]
    return judged(
        (Remark(f"{one.header.review_by}: {one.check.title}", one.spot("review_by")) for one in waiting),
        "No fact-check waits for a review that is due.",
        f"{many(len(waiting))} should have been reviewed; the pages say so.",
        "review them, then move the date",
    )


def as_of(survey: Survey) -> Answer:
    """Look for the day up to which each answer knows."""
    undated = [one for one in survey.listed if one.header.as_of is None]
    return judged(
        (Remark(one.check.title, one.spot()) for one in undated),
        f"{many(len(survey.listed))}, each with the day up to which it knows.",
        f"{len(undated)} of {many(len(survey.listed))} do not say up to which day they know.",
        "add `as_of:`",
    )


def languages(survey: Survey) -> Answer:
    """Compare the languages that `publication.yaml` names with those of fact-checks and policies."""
    known = survey.masthead.languages
    return judged(
        [*_strangers(survey), *_empty(survey)],
        f"{', '.join(known)}: fact-checks and policies in each.",
        "Languages that are named and those that are written are not the same.",
        "name the language under `languages:`, or write what it lacks",
    )


def _strangers(survey: Survey) -> Iterator[Remark]:
    for one in survey.listed:
        if one.check.lang not in survey.masthead.languages:
            yield Remark(f"{one.check.lang}: not among `languages:`", one.spot("lang"))


def _empty(survey: Survey) -> Iterator[Remark]:
    where, written = survey.of_masthead("languages"), {one.check.lang for one in survey.listed}
    for lang in survey.masthead.languages:
        if lang not in written:
            yield Remark(f"{lang}: no fact-check", where)
        for name in _POLICIES:
            pages = survey.policy(name)
            if pages and lang not in {page.header.lang or survey.masthead.lang for page in pages}:
                yield Remark(f"{lang}: no page for `{name}`", where)


def _age(page: WrittenPage, today: str) -> str:
    """Say what is amiss with the day of review, if anything."""
    day = page.header.reviewed
    if day is None:
        return "no `reviewed:`"
    return f"reviewed {day}" if (date.fromisoformat(today) - date.fromisoformat(day)).days > A_YEAR else ""


_POLICIES = [field.name for field in fields(Policies)]

CRITERIA = (
    Criterion("policies-reviewed", "Policies were read again within a year", OURS, reviewed),
    Criterion("review-due", "Fact-checks are reviewed when that is due", OURS, due),
    Criterion("as-of", "Each answer says up to which day it knows", OURS, as_of),
    Criterion("languages", "Readers of each language find fact-checks and policies", OURS, languages),
)
