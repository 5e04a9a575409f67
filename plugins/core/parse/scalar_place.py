"""From an offset in the value of a YAML scalar to its offset in the file's text.

Folding and quoting move characters about but never drop or reorder those that can be seen, so the
n-th visible character of the value is the n-th visible character of the raw scalar.
"""

import re

_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|.)|\S", re.DOTALL)
_SINGLE = re.compile(r"''|\S")
_BLANK_ESCAPES = frozenset("0abtnvfr eN_LP\t")
_BLOCK_HEADER = re.compile(r"[>|][^\n]*\n?")


def raw_offset(raw: str, style: str, value: str, offset: int) -> int:
    """Give where in `raw` (the scalar as typed, with its quotes or `>-`) the value's `offset` stands."""
    before = sum(1 for character in value[:offset] if not character.isspace())
    visible = _visible(raw, style)
    return visible[before] if before < len(visible) else len(raw)


def _visible(raw: str, style: str) -> list[int]:
    if style == '"':
        return [m.start() for m in _ESCAPE.finditer(raw, 1, len(raw) - 1) if not _blank_escape(m[0])]
    if style == "'":
        return [m.start() for m in _SINGLE.finditer(raw, 1, len(raw) - 1)]
    start = header.end() if style in {"|", ">"} and (header := _BLOCK_HEADER.match(raw)) else 0
    return [m.start() + start for m in re.finditer(r"\S", raw[start:])]


def _blank_escape(text: str) -> bool:
    if not text.startswith("\\"):
        return False
    if text[1] in "xuU":
        digits = text.lstrip("\\xuU")
        return chr(int(digits, 16)).isspace()
    return text[1] == "\n" or text[1] in _BLANK_ESCAPES
