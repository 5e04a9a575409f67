"""Method: how questions are chosen, how answers are found, what verdicts mean."""

from collections.abc import Iterator

from plugins.desk.criteria.criterion import METHODOLOGY, OURS, Answer, Criterion, Remark, Status, judged, many
from plugins.desk.criteria.standing import stands
from plugins.desk.criteria.survey import Survey


def page(survey: Survey) -> Answer:
    """Look for the page that `policies: methodology` names."""
    to_read = (
        "A person has to read whether it tells how claims are selected, researched, written, edited and corrected."
    )
    return stands(survey, "methodology", to_read)


def why(survey: Survey) -> Answer:
    """Count the fact-checks that say why the question was taken up."""
    silent = [one for one in survey.listed if not one.header.why_checked]
    return judged(
        (Remark(one.check.title, one.spot()) for one in silent),
        f"{many(len(survey.listed))}, each with its reason.",
        f"{len(silent)} of {many(len(survey.listed))} do not say why the question was taken up.",
        "say who is reached by the claim and what hangs on it, under `why_checked:`",
    )


def scale(survey: Survey) -> Answer:
    """Demand a meaning for every verdict; one that is retired has to be in use, or readers need it no longer."""
    verdicts = survey.masthead.verdicts
    if not verdicts and not survey.claiming:
        return Answer(Status.PASS, "No claim is rated, and there is no scale.")
    used = set(_used(survey))
    mute = [place for place, verdict in enumerate(verdicts) if not verdict.meaning]
    idle = [place for place, verdict in enumerate(verdicts) if verdict.retired and verdict.id not in used]
    remarks = [Remark(f"{verdicts[place].id}: no meaning", survey.of_masthead("verdicts", place)) for place in mute]
    remarks += [
        Remark(f"{verdicts[place].id}: retired and not in use", survey.of_masthead("verdicts", place)) for place in idle
    ]
    return judged(
        remarks,
        f"{many(len(verdicts), 'verdict')}, each with its meaning; {len(used)} in use.",
        f"{len(mute)} of {many(len(verdicts), 'verdict')} without meaning, {len(idle)} retired and not in use.",
        "say under `meaning:` when a claim gets this verdict; take out what is retired and nothing uses",
        Status.FAIL if mute else Status.WARN,
    )


def _used(survey: Survey) -> Iterator[str]:
    """Give the verdicts that readers meet, those before a correction too."""
    for one in survey.published:
        yield from (claim.verdict for claim in one.header.claims)
        yield from (was for correction in one.header.corrections for was in correction.verdict_was.values())


CRITERIA = (
    Criterion("method-page", "A page tells how we work", METHODOLOGY, page),
    Criterion("why-checked", "Each fact-check says why it was made", OURS, why),
    Criterion("scale", "Every verdict has a meaning", OURS, scale),
)
