"""Corrections: whether mistakes are mended in the open, and where readers go when they are not."""

from plugins.core import addresses
from plugins.desk.criteria.criterion import (
    COMPLAINTS,
    CORRECTIONS,
    OURS,
    Answer,
    Criterion,
    Remark,
    Status,
    judged,
    many,
)
from plugins.desk.criteria.standing import stands
from plugins.desk.criteria.survey import Survey


def policy(survey: Survey) -> Answer:
    """Look for the page that `policies: corrections` names."""
    return stands(survey, "corrections", "A person has to read whether it says how to ask for a correction.")


def log(survey: Survey) -> Answer:
    """Say where all are listed; the press makes page and feed at every build."""
    count = many(sum(len(one.header.corrections) for one in survey.published), "change")
    where = f"{addresses.CORRECTIONS} and the feed {addresses.FEED_CORRECTIONS}"
    return Answer(Status.PASS, f"{where} are made at every build, and every page leads there: {count} so far.")


def told(survey: Survey) -> Answer:
    """Demand the words before and after of each substantial correction; the reason is demanded of every one."""
    grave = [
        (one, index, correction)
        for one in survey.published
        for index, correction in enumerate(one.header.corrections)
        if correction.kind == "substantial"
    ]
    silent = [item for item in grave if not (item[2].was and item[2].now and item[2].why)]
    return judged(
        (
            Remark(f"{one.check.title}: {correction.id}", one.spot("corrections", index))
            for one, index, correction in silent
        ),
        f"{many(len(grave), 'substantial correction')}, each with what was, what is now, and why.",
        f"{len(silent)} of {many(len(grave), 'substantial correction')} do not say what was, what is now, and why.",
        "add `was:`, `now:` and `why:`",
        Status.FAIL,
        none="" if grave else "There has been no substantial correction.",
    )


def complaints(survey: Survey) -> Answer:
    """Look for somebody outside to whom readers can turn, and the page that says so."""
    names = ", ".join(survey.masthead.complaints_in(survey.masthead.lang))
    where = (Remark("`complaints:`", survey.of_masthead("complaints")),)
    if not names:
        way_out = "link those who hear complaints about you, such as the IFCN, the EFCSN or a press council, under `complaints:`"
        return Answer(Status.WARN, "Readers are not told to whom else they can turn.", way_out, where)
    if not survey.policy("feedback"):
        way_out = "name the page that is to show them under `policies: feedback:` in publication.yaml"
        return Answer(Status.WARN, f"{names}: named, but no page shows it.", way_out, where)
    return Answer(Status.PASS, f"{survey.policy('feedback')[0].path} links {names}.")


CRITERIA = (
    Criterion("corrections-policy", "A page says how mistakes are corrected", CORRECTIONS, policy),
    Criterion("corrections-log", "Corrections are listed, and have a feed", CORRECTIONS, log),
    Criterion("corrections-told", "A correction says what was, what is now, and why", OURS, told),
    Criterion("complaints", "Readers can complain to somebody outside", COMPLAINTS, complaints),
)
