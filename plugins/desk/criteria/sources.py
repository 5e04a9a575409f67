"""Sources: whether readers can go to each of them, today and when its page is gone."""

from plugins.core.model.source import Source
from plugins.desk.criteria.criterion import OURS, SOURCES, Answer, Criterion, Remark, Status, judged, many
from plugins.desk.criteria.survey import Recorded, Survey

SPEAKING = ("interview", "statement", "social")
"""Kinds of sources in which somebody speaks for themselves."""


def found_again(survey: Survey) -> Answer:
    """Demand of each source where it is, who published it, when it was read; a withheld address gives its reason."""
    lacking = [(one, _lacks(one.source)) for one in survey.sources]
    withheld = sum(one.source.link_status == "withheld" for one in survey.sources)
    aside = f" {many(withheld, 'address is', 'addresses are')} withheld, with the reason." if withheld else ""
    short = [(one, lacks) for one, lacks in lacking if lacks]
    return judged(
        (Remark(f"{one.id}: {lacks}", one.spot()) for one, lacks in short),
        f"{many(len(survey.sources), 'source')}, each with its publisher, where it is and the day it was read.{aside}",
        f"{len(short)} of {many(len(survey.sources), 'source')} cannot be found again by a reader.",
        "add `url:` or `held_at:`, `publisher:`, `accessed:`; `reason:` where the address is withheld",
        Status.FAIL,
    )


def copies(survey: Survey) -> Answer:
    """Look for an archived copy of each source on the web."""
    online = [one for one in survey.sources if one.source.address]
    archived = sum(bool(one.source.archive) for one in online)
    bare = [one for one in online if not one.source.archive and one.source.snapshot is None]
    kept = f"{archived} of {many(len(online), 'source')} on the web have an archived copy that readers can open"
    return judged(
        (Remark(one.id, one.spot()) for one in bare),
        f"{kept}; of the others we have a snapshot.",
        f"{kept}; {len(bare)} have no copy at all.",
        "archive the page, and put the address of the copy under `archive:`",
        none="" if online else "No source is on the web.",
    )


def lost(survey: Survey) -> Answer:
    """Find cited sources that are gone or were retracted, of which readers are told no more than that."""
    cited = [one for one in survey.sources if one.id in survey.publication.uses]
    retracted = [one for one in cited if one.source.link_status == "retracted" and not one.source.note]
    dead = [one for one in cited if one.source.link_status == "dead" and not _still_there(one.source)]
    return judged(
        (Remark(f"{one.id}: {one.source.link_status}", one.spot("link_status")) for one in (*retracted, *dead)),
        f"None of {many(len(cited), 'cited source')} is retracted without a note, or dead without note or copy.",
        f"{len(retracted)} retracted and {len(dead)} dead among {many(len(cited), 'cited source')}, without a word on it.",
        "say under `note:` what that means for the fact-check, add `archive:`, or find another source",
        Status.FAIL if retracted else Status.WARN,
    )


def interests(survey: Survey) -> Answer:
    """Demand `interests` of sources in which somebody speaks for themselves."""
    speaking = [one for one in survey.sources if one.source.kind in SPEAKING]
    silent = [one for one in speaking if not one.source.interests]
    return judged(
        (_silent(one) for one in silent),
        f"{many(len(speaking), 'source')} in which somebody speaks for themselves, each with their interests.",
        f"{len(silent)} of {many(len(speaking), 'source')} in which somebody speaks for themselves say nothing of interests.",
        "say under `interests:` whom the speaker works for and what they want; “none known” is an answer too",
        none="" if speaking else "There is no source in which somebody speaks for themselves.",
    )


def _silent(one: Recorded) -> Remark:
    return Remark(f"{one.id} ({one.source.kind})", one.spot())


def _lacks(source: Source) -> str:
    missing = [
        name for name, text in (("publisher", source.publisher), ("day of reading", source.accessed)) if not text
    ]
    if source.link_status == "withheld" and not source.reason:
        missing.append("reason for withholding its address")
    if not source.url and not source.held_at:
        missing.append("place")
    return f"no {', no '.join(missing)}" if missing else ""


def _still_there(source: Source) -> bool:
    return bool(source.note or source.archive or source.snapshot or source.held_at)


CRITERIA = (
    Criterion("found-again", "Readers can find every source again", SOURCES, found_again),
    Criterion("interests", "Readers learn the interests of those who speak", OURS, interests),
    Criterion("copies", "What was read is kept, should its page change or go", OURS, copies),
    Criterion("lost-sources", "Nothing leans on a lost source in silence", OURS, lost),
)
