"""What a correction would write: which files, and their new text."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.model.factcheck import Correction
from plugins.core.parse.file import parse_file
from plugins.core.parse.nouns import Draft
from plugins.core.problems import Problem, did_you_mean
from plugins.core.resolve import dates
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.desk.correcting.entry import entry_lines
from plugins.desk.correcting.insert import NoPlace, with_correction
from plugins.desk.correcting.overlay import new_problems
from plugins.desk.correcting.wish import Refused
from plugins.intake.load import Loaded

_OURS = re.compile(r"c([0-9]{1,9})")


class Change(Struct, frozen=True):
    """A file: its path below the folder of the copy and as shown, what it holds and what it would hold."""

    path: Path
    shown: str
    before: bytes
    after: bytes


class Plan(Struct, frozen=True):
    """The files that would be written, and the problems that the copy would have then and has not yet."""

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]


def chosen(publication: Publication, name: str, *, source: bool) -> list[FactCheck]:
    """Find the published fact-check of an id; with `source`, all that lean on the source of that id."""
    return _leaning(publication, name) if source else [_published(publication, name)]


def _published(publication: Publication, name: str) -> FactCheck:
    if name in publication.factchecks:
        return publication.factchecks[name]
    if name in publication.pending:
        raise Refused(
            f"`{name}` is not published yet ({publication.pending[name].standing}): there is nothing to correct."
        )
    raise Refused(
        f"There is no fact-check `{name}`: {did_you_mean(name, publication.factchecks, 'write the `id:` of its header')}"
    )


def _leaning(publication: Publication, name: str) -> list[FactCheck]:
    if name not in publication.sources:
        raise Refused(
            f"There is no source `{name}`: {did_you_mean(name, publication.sources, 'write the id of its record')}"
        )
    leaning = [check for check in publication.factchecks.values() if check.brief.leans_on(name)]
    if not leaning:
        raise Refused(f"No published fact-check cites `{name}`: there is nothing to correct.")
    return leaning


def plan(loaded: Loaded, folder: Path, checks: Sequence[FactCheck], wished: Correction) -> Plan:
    """Plan the correction in each fact-check; one without an id gets the next of each. Raises `Refused`."""
    changes = tuple(_change(loaded.publication, folder, check, wished) for check in checks)
    problems = new_problems(loaded, {one.shown: one.after for one in changes})
    return Plan(changes, tuple(problems))


def check_flags(loaded: Loaded, folder: Path, checks: Sequence[FactCheck], wished: Correction) -> None:
    """Raise `Refused` if the id, date or verdicts of a correction do not fit a fact-check, before anything is asked."""
    for check in checks:
        relative = _relative(check, loaded.publication)
        _fitted(_draft(relative, check, (folder / relative).read_bytes()), wished, loaded.publication)


def _relative(check: FactCheck, publication: Publication) -> str:
    return check.path.removeprefix(f"{publication.copy.folder}/")


def _draft(relative: str, check: FactCheck, content: bytes) -> Draft:
    draft = parse_file(relative, check.path, content).draft
    if draft is None:
        raise Refused(f"{check.path} changed meanwhile; run this again.", 1)
    return draft


def _change(publication: Publication, folder: Path, check: FactCheck, wished: Correction) -> Change:
    relative = _relative(check, publication)
    before = (folder / relative).read_bytes()
    draft = _draft(relative, check, before)
    correction = _fitted(draft, wished, publication)
    try:
        after = with_correction(before.decode(), correction).encode()
    except NoPlace as error:
        raise Refused(_by_hand(check.path, str(error), correction), 1) from None
    then = parse_file(relative, check.path, after).draft
    if then is None or then.header != _corrected(draft, correction) or then.body != draft.body:
        raise Refused(_by_hand(check.path, "its header is written in a way that we do not know", correction), 1)
    return Change(folder / relative, check.path, before, after)


def _by_hand(path: str, why: str, correction: Correction) -> str:
    lines = "\n".join(f"    {line}" for line in entry_lines(correction))
    return f"{path}: {why}. Write the correction by hand, above all others:\n{lines}"


def _corrected(draft: Draft, correction: Correction) -> object:
    return replace(draft.header, corrections=(correction, *draft.header.corrections))


def _fitted(draft: Draft, wished: Correction, publication: Publication) -> Correction:
    """Give the correction with its id in this fact-check; the newest one there must not be newer."""
    zone = dates.zone_or_utc(publication.masthead.timezone)
    there = draft.header.corrections
    later = next(
        (one for one in there if dates.later(dates.moment(one.date, zone), dates.moment(wished.date, zone))), None
    )
    if later:
        raise Refused(f"{draft.path}: `{later.id}` is dated {later.date}, later than {wished.date}.", 1)
    _check_verdicts(draft, wished.verdict_was, publication)
    return replace(wished, id=_new_id(draft, wished.id))


def _new_id(draft: Draft, given: str) -> str:
    ids = [one.id for one in draft.header.corrections]
    if given in ids:
        raise Refused(f"{draft.path}: there is a correction `{given}` already.")
    highest = max((int(match[1]) for match in map(_OURS.fullmatch, ids) if match), default=0)
    return given or f"c{highest + 1}"


def _check_verdicts(draft: Draft, verdicts: Mapping[str, str], publication: Publication) -> None:
    claims = {claim.id for claim in draft.header.claims}
    known = {verdict.id for verdict in publication.masthead.verdicts}
    for claim, verdict in verdicts.items():
        if claim not in claims:
            raise Refused(f"{draft.path} has no claim `{claim}`: {did_you_mean(claim, claims, 'write the id of one')}")
        if verdict not in known:
            raise Refused(
                f"There is no verdict `{verdict}`: {did_you_mean(verdict, known, 'write the id of one of the scale')}"
            )
