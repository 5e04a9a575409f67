"""Evidence: what kind of sources a fact-check rests on, and how many who know of it by themselves."""

from plugins.core.resolve.independence import independent
from plugins.desk.criteria.criterion import OURS, Answer, Criterion, Remark, Status, judged, many
from plugins.desk.criteria.survey import Filed, Survey

ENOUGH = 2


def primary(survey: Survey) -> Answer:
    """Look for a source that the fact-check itself marks as primary."""
    without = [one for one in survey.listed if not any(use.primary for use in one.header.uses.values())]
    return judged(
        (Remark(one.check.title, one.spot("sources")) for one in without),
        f"{many(len(survey.listed))}, each with a primary source.",
        f"{len(without)} of {many(len(survey.listed))} mark no source as primary.",
        "cite the document, the data or the recording itself, and mark it: `{source: …, primary: true}`",
    )


def origins(survey: Survey) -> Answer:
    """Count the independent origins of what each fact-check cites; one wire's text counts once, whoever carries it."""
    counted = [(one, _origins(survey, one)) for one in survey.listed]
    short = [(one, known) for one, known in counted if len(known) < ENOUGH]
    return judged(
        (Remark(f"{', '.join(known) or 'none'}: {one.check.title}", one.spot("sources")) for one, known in short),
        f"{many(len(counted))}, each with {ENOUGH} or more independent origins among what it cites.",
        f"{len(short)} of {many(len(counted))} rest on a single origin, or on none.",
        "find somebody who knows of it independently; `origin:` tells whose text a source carries",
        Status.FAIL if any(one.header.claims for one, _ in short) else Status.WARN,
    )


def _origins(survey: Survey, one: Filed) -> list[str]:
    publication = survey.publication
    cited = (item.partition(":")[0] for item in one.check.brief.cited.split())
    return sorted(independent(cited, publication.sources, publication.publisher_of))


CRITERIA = (
    Criterion("primary", "Each fact-check cites a primary source", OURS, primary),
    Criterion("origins", "Each is checked against two independent origins or more", OURS, origins),
)
