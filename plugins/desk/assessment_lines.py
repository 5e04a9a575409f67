"""An assessment as lines: text for a terminal, Markdown for a page, JSON for programs."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from textwrap import wrap

import msgspec

from plugins.core.resolve.apart import shorten
from plugins.desk.assessment import Answered, Assessment, Note
from plugins.desk.criteria.criterion import Status, many

MOST = 10
"""So many places of a criterion are shown; JSON has all."""
WIDTH = 100
LONGEST = 80
"""So many characters of what is said of a place are shown."""
MARKS = {Status.PASS: "✓", Status.WARN: "!", Status.FAIL: "✗"}

_COLOURS = {Status.PASS: "\x1b[32m", Status.WARN: "\x1b[33m", Status.FAIL: "\x1b[31m"}
_RESET = "\x1b[0m"
_INDENT = " " * 9
_MARKED_UP = re.compile(r"([\\`*_\[\]<>#|~])")


def lines(assessment: Assessment, style: str, *, colour: bool = False) -> list[str]:
    """Give the lines in a style: `text`, `markdown` or `json`; colour only where a terminal shows it."""
    if style == "text":
        return list(_text(assessment, colour=colour))
    return list(_STYLES[style](assessment))


def summary(assessment: Assessment) -> str:
    """Count the answers."""
    counted = ", ".join(f"{assessment.count[status]} {status}" for status in Status)
    return f"{many(len(assessment.criteria), 'criterion', 'criteria')}: {counted}."


def _heading(assessment: Assessment) -> str:
    counted = f"{many(assessment.fact_checks)}, {many(assessment.sources, 'source')}"
    return f"What assessors ask for, and {assessment.publication} on {assessment.day} ({counted})"


def _text(assessment: Assessment, *, colour: bool) -> Iterator[str]:
    yield _heading(assessment)
    for area, answers in groupby(assessment.criteria, lambda one: one.area):
        yield from ("", area)
        for one in answers:
            yield from _text_of(one, colour=colour)
    yield ""
    yield from wrap(assessment.caution, WIDTH)
    yield from ("", summary(assessment))


def _text_of(one: Answered, *, colour: bool) -> Iterator[str]:
    mark = f"{MARKS[one.status]} {one.status}"
    shown = f"{_COLOURS[one.status]}{mark}{_RESET}" if colour else mark
    yield f"  {shown} {one.asks}{f' ({one.basis})' if one.basis else ''}"
    yield from _wrapped(one.says)
    if one.way_out:
        yield from _wrapped(f"fix: {one.way_out}")
    for note in one.notes[:MOST]:
        yield f"{_INDENT}  {_at(note)}{_short(note)}"
    if len(one.notes) > MOST:
        yield f"{_INDENT}  and {len(one.notes) - MOST} more"


def _wrapped(text: str) -> list[str]:
    return wrap(
        text, WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT, break_long_words=False, break_on_hyphens=False
    )


def _at(note: Note) -> str:
    place = note.place
    return f"{place.path}:{place.line}:{place.column}: " if place else ""


def _short(note: Note) -> str:
    """Give what is said of a place in one line, however many it was written in."""
    return shorten(" ".join(note.text.split()), LONGEST)


def _markdown(assessment: Assessment) -> Iterator[str]:
    yield f"# {_plain(_heading(assessment))}"
    yield from ("", _plain(assessment.caution), "", f"**{summary(assessment)}**")
    for area, answers in groupby(assessment.criteria, lambda one: one.area):
        yield from ("", f"## {area}", "")
        for one in answers:
            yield from _markdown_of(one)


def _markdown_of(one: Answered) -> Iterator[str]:
    basis = f" ({one.basis})" if one.basis else ""
    way_out = f" Fix: {_plain(one.way_out)}." if one.way_out else ""
    yield f"- {MARKS[one.status]} **{one.status}** {one.asks}{basis}. {_plain(one.says)}{way_out}"
    for note in one.notes[:MOST]:
        place, text = _at(note).rstrip(": "), _plain(_short(note))
        yield f"  - `{place}` {text}" if place else f"  - {text}"
    if len(one.notes) > MOST:
        yield f"  - and {len(one.notes) - MOST} more"


def _plain(text: str) -> str:
    """Take what Markdown would read as markup for what it is; code stays code."""
    pieces = " ".join(text.split()).split("`")
    if len(pieces) % 2 == 0:
        return _MARKED_UP.sub(r"\\\1", "`".join(pieces))
    escaped = (f"`{piece}`" if place % 2 else _MARKED_UP.sub(r"\\\1", piece) for place, piece in enumerate(pieces))
    return "".join(escaped)


def _json(assessment: Assessment) -> Iterator[str]:
    yield msgspec.json.format(msgspec.json.encode(assessment), indent=2).decode()


_STYLES: dict[str, Callable[[Assessment], Iterator[str]]] = {"markdown": _markdown, "json": _json}
STYLES = ("text", *_STYLES)
"""What `--format` takes."""
