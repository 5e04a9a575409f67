"""What an editor asks for, read as a correction; or why it cannot be one."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Literal

from msgspec.structs import replace

from plugins.core.model.factcheck import Correction
from plugins.core.model.scalars import SCALARS
from plugins.core.parse.refused import REFUSED, refusal
from plugins.core.resolve import dates
from plugins.desk.correcting.entry import one_paragraph

Kind = Literal["substantial", "update", "minor"]
KINDS: tuple[Kind, ...] = ("substantial", "update", "minor")
"""How grave a correction may be."""
TEXTS = ("was", "now", "why")
"""Its texts, in their order."""


class Refused(Exception):
    """Nothing is written; the message says why. `code` is the exit code: 1 the copy, 2 the use of the command."""

    def __init__(self, message: str, code: int = 2) -> None:
        """Say it."""
        super().__init__(message)
        self.code = code


def kind_of(given: str) -> Kind:
    """Read `--kind`."""
    kind = next((one for one in KINDS if one == given), None)
    if kind is None:
        raise Refused(f"--kind {given} is not known: write {', '.join(KINDS)}.")
    return kind


def wished(date: str, entry_id: str, verdict_was: Iterable[str]) -> Correction:
    """Make of the flags a correction whose kind and texts are to come; without an id it has none yet."""
    wrong = SCALARS["id"](entry_id) if entry_id else None
    if wrong:
        raise Refused(f"--entry-id {entry_id}: {wrong}.")
    return Correction(entry_id, date, "minor", "", verdict_was=dict(map(_pair, verdict_was)))


def fault_in(name: str, answers: Mapping[str, str]) -> str:
    """Say what is wrong with one of the answers (`kind` and the texts); nothing, if it will do beside the others."""
    try:
        if name == "kind":
            kind_of(answers[name])
        else:
            _text(name, answers)
    except Refused as error:
        return str(error)
    return ""


def answered(correction: Correction, answers: Mapping[str, str]) -> Correction:
    """Give the correction its kind and its texts, as typed."""
    was, now, why = (_text(name, answers) for name in TEXTS)
    return replace(correction, kind=kind_of(answers["kind"]), was=was, now=now, why=why)


def dated(given: str, now: str, timezone: str) -> str:
    """Read `--date`; left out, the clock (ISO 8601 with offset) to the second, in the publication's time zone."""
    zone = dates.zone_or_utc(timezone)
    if not given:
        return datetime.fromisoformat(now).astimezone(zone).replace(microsecond=0).isoformat()
    wrong = SCALARS["moment"](given)
    if wrong:
        raise Refused(f"--date {given}: {wrong}.")
    if dates.later(dates.moment(given, zone), now):
        raise Refused(
            f"--date {given} is later than now ({dates.day_in(now, zone)}): nothing is corrected ahead of time."
        )
    return given


def _text(name: str, answers: Mapping[str, str]) -> str:
    """Read a text; which may be empty hangs on the kind."""
    text = _readable(name, one_paragraph(answers[name]))
    if name == "why" and not text:
        raise Refused("A correction says why: --why is empty.")
    if answers.get("kind") == "substantial" and not text:
        raise Refused(f"A substantial correction says what was and what is now: --{name} is empty.")
    return text


def _readable(name: str, text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Refused(f"--{name} is not UTF-8.") from None
    found = REFUSED.search(text)
    if found:
        message, fix = refusal(found[0])
        raise Refused(f"--{name}: {message} Fix: {fix}.")
    return text


def _pair(given: str) -> tuple[str, str]:
    claim, sign, verdict = given.partition("=")
    if not (claim and sign and verdict):
        raise Refused(
            f"--verdict-was {given}: write the id of the claim and the verdict that it had, as claim=verdict."
        )
    return claim, verdict
