"""Runs of text → groups of marks, in reading order, with what is wrong about them."""

import re

from msgspec import Struct

from plugins.core.parse.marks import ALMOST, BETWEEN, MARK, OPENERS, Mark, looks_like_a_mark, read_items
from plugins.core.parse.notes import Note, short
from plugins.core.parse.walk import Piece, Run, Walked, piece_at

Groups = tuple[tuple[Mark, ...], ...]
Spans = tuple[tuple[tuple[int, int], ...], ...]

_CANDIDATE = re.compile(f"{MARK.pattern}|{ALMOST.pattern}")
_GAP = re.compile(f"{BETWEEN.pattern}(?:\n{BETWEEN.pattern})?")
_PICTURE_BEFORE = re.compile(r"!(?:\[[^\[\]\x00]{0,500}\])?$")


class _Found(Struct, frozen=True):
    run_start: int
    run_end: int
    mark: Mark


def group_marks(walked: Walked, notes: list[Note]) -> tuple[Groups, Spans]:
    """Give the groups and, for each, where its marks stand in the text (code points)."""
    groups: list[tuple[Mark, ...]] = []
    spans: list[tuple[tuple[int, int], ...]] = []
    for run in walked.runs:
        if not OPENERS.intersection(run.text):
            continue
        found = [mark for match in _CANDIDATE.finditer(run.text) if (mark := _read(match, run, walked, notes))]
        for group in _adjacent(found, run.text):
            groups.append(tuple(found.mark for found in group))
            spans.append(tuple((found.mark.offset, found.mark.offset + len(found.mark.typed)) for found in group))
    return tuple(groups), tuple(spans)


def _adjacent(found: list[_Found], text: str) -> list[list[_Found]]:
    groups: list[list[_Found]] = []
    for mark in found:
        if groups and _GAP.fullmatch(text, groups[-1][-1].run_end, mark.run_start):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _read(match: re.Match[str], run: Run, walked: Walked, notes: list[Note]) -> _Found | None:
    """Read one candidate; `None`, and perhaps a note, when it is no mark that can become links."""
    piece = piece_at(run, match.start())
    offset = walked.offset(piece, match.start())
    typed = match[0]
    if piece.context != "text":
        if MARK.fullmatch(typed):
            notes.append(_misplaced(piece, typed, offset))
        return None
    if looks_like_a_mark(typed) or _doubled(match):
        notes.append(_almost(typed, offset, doubled=_doubled(match)))
        return None
    if not MARK.fullmatch(typed):
        return None
    if _PICTURE_BEFORE.search(run.text[max(0, match.start() - 502) : match.start()]):
        notes.append(
            Note("mark-in-alt", offset, f"Mark {typed} follows an exclamation mark, which begins a picture.",
                 "put a blank between the two")
        )  # fmt: skip
        return None
    items, bad = read_items(typed)
    if bad:
        notes.append(
            Note("bad-range", offset, f"The range {bad} in mark {typed} has to go up, and over ten numbers at most.",
                 "write the numbers out, or correct the range")
        )  # fmt: skip
        return None
    return _Found(match.start(), match.end(), Mark(offset, typed, items))


def _doubled(match: re.Match[str]) -> bool:
    text = match.string
    return text[match.start() - 1 : match.start()] == "[" and text[match.end() : match.end() + 1] == "]"


def _misplaced(piece: Piece, typed: str, offset: int) -> Note:
    if piece.context == "link":
        return Note("mark-in-link", offset, f"Mark {typed} stands inside the text of a link; a link cannot hold another.",
                    "move the mark behind the link")  # fmt: skip
    return Note("mark-in-alt", offset, f"Mark {typed} stands in the description of a picture, where no link can be.",
                "move the mark into the caption")  # fmt: skip


def _almost(typed: str, offset: int, *, doubled: bool) -> Note:
    shown = short(f"[{typed}]" if doubled else typed)
    return Note("almost-a-mark", offset - doubled, f"{shown} looks like a mark but is shown as text.",
                "write [1], [1, 2] or [1-3], or put a backslash before the bracket")  # fmt: skip
