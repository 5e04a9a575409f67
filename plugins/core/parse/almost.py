"""What looks like Markdown but is shown as text: headings without their blank, footnotes that nobody wrote."""

import re

from plugins.core.parse.notes import Note, short
from plugins.core.parse.walk import Walked, piece_at

_HEADING = re.compile(r"^(#{2,6})(\w\S*)", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\x00-\x1f]{1,80}\]")


def note_almost(walked: Walked, notes: list[Note]) -> None:
    """Note each at its place; what is escaped, or code, is no such text."""
    for run in walked.runs:
        found = [*_HEADING.finditer(run.text)] if "#" in run.text else []
        found += _FOOTNOTE.finditer(run.text) if "^" in run.text else []
        for match in found:
            piece = piece_at(run, match.start())
            if piece.context == "text" and match[0][2:-1].casefold() not in walked.footnotes:
                notes.append(_note(match, walked.offset(piece, match.start())))


def _note(match: re.Match[str], offset: int) -> Note:
    shown = short(match[0])
    if match.re is _HEADING:
        fix = f"put a blank behind the signs: `{match[1]} {short(match[2])}`, or a backslash before them"
        return Note("almost-a-heading", offset, f"`{shown}` looks like a heading but is shown as text.", fix)
    fix = f"write the note on a line of its own: `{shown}: …`, or put a backslash before the bracket"
    return Note("unknown-footnote", offset, f"There is no footnote {shown} in this text; it is shown as typed.", fix)
