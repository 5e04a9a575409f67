"""From an offset in the value of a YAML scalar to its offset in the file's text.

Folding and quoting move characters about but never drop or reorder those that can be seen, so the
n-th visible character of the value is the n-th visible character of the raw scalar.
"""

import re
from bisect import bisect_left

from plugins.core.parse.refused import REFUSED

_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|.)|\S", re.DOTALL)
_SINGLE = re.compile(r"''|\S")
_VISIBLE = re.compile(r"\S")
_BLANK_ESCAPES = frozenset("tnr _\t")
"""Those that stand for a blank; one that stands for a refused character is replaced by one that can be seen."""
_BLOCK_HEADER = re.compile(r"[>|][^\n]*\n?")


class ScalarMap:
    """One scalar as typed (with its quotes or `>-`) beside its value: many offsets can be looked up."""

    def __init__(self, raw: str, style: str, value: str) -> None:
        """Find what can be seen in both."""
        self._typed = _visible(raw, style)
        self._seen = [match.start() for match in _VISIBLE.finditer(value)]
        self._end = len(raw)

    def offset(self, offset: int) -> int:
        """Give where in the scalar as typed the value's `offset` stands."""
        before = bisect_left(self._seen, offset)
        return self._typed[before] if before < len(self._typed) else self._end


def _visible(raw: str, style: str) -> list[int]:
    if style == '"':
        return [m.start() for m in _ESCAPE.finditer(raw, 1, len(raw) - 1) if not _blank_escape(m[0])]
    if style == "'":
        return [m.start() for m in _SINGLE.finditer(raw, 1, len(raw) - 1)]
    start = header.end() if style in {"|", ">"} and (header := _BLOCK_HEADER.match(raw)) else 0
    return [m.start() for m in _VISIBLE.finditer(raw, start)]


def _blank_escape(text: str) -> bool:
    if not text.startswith("\\"):
        return False
    if text[1] in "xuU":
        digits = text[2:]
        character = chr(int(digits, 16))
        return character.isspace() and not REFUSED.match(character)
    return text[1] == "\n" or text[1] in _BLANK_ESCAPES
