"""Runs of text → groups of marks, in reading order, with what is wrong about them."""

import re

from plugins.core.parse.marks import BETWEEN, Mark, candidates, looks_like_a_mark, read_items
from plugins.core.parse.notes import Note, short
from plugins.core.parse.walk import Piece, Run, Walked, piece_at

Groups = tuple[tuple[Mark, ...], ...]

_GAP = re.compile(f"{BETWEEN.pattern}(?:\n{BETWEEN.pattern})?")
_PICTURE_BEFORE = re.compile(r"!(?:\[[^\[\]\x00]{0,500}\])?\Z")


def group_marks(walked: Walked, notes: list[Note]) -> Groups:
    """Give the marks of a text, those that stand together in one group."""
    groups: list[list[Mark]] = []
    for run in walked.runs:
        end = -1
        for match in candidates(run.text):
            mark = _read(match, run, walked, notes)
            if mark is None:
                continue
            if end >= 0 and _GAP.fullmatch(run.text, end, match.start()):
                groups[-1].append(mark)
            else:
                groups.append([mark])
            end = match.end()
    return tuple(map(tuple, groups))


def _read(match: re.Match[str], run: Run, walked: Walked, notes: list[Note]) -> Mark | None:
    """Read one candidate; `None`, and perhaps a note, when it is no mark that can become links."""
    piece = piece_at(run, match.start())
    offset = walked.offset(piece, match.start())
    typed, is_mark = match[0], match[1] is not None
    if piece.context != "text":
        if is_mark:
            notes.append(_misplaced(piece, typed, offset))
        return None
    before = run.text[match.start() - 1 : match.start()]
    doubled = before == "[" and run.text[match.end() : match.end() + 1] == "]"
    if doubled or (not is_mark and looks_like_a_mark(typed)):
        notes.append(_almost(typed, offset, doubled=doubled))
        return None
    if not is_mark:
        return None
    if before in "!]" and _PICTURE_BEFORE.search(run.text[max(0, match.start() - 502) : match.start()]):
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
    return Mark(offset, typed, items)


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
