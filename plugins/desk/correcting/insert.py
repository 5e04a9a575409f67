"""Where a correction goes in the text of a file: everything else stays as it was typed, to the byte."""

import re

from msgspec import Struct

from plugins.core.model.factcheck import Correction
from plugins.core.parse.header import split
from plugins.core.parse.report import Faults
from plugins.core.parse.yaml_tree import Node, compose
from plugins.desk.correcting.entry import entry_lines

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_EMPTY_LIST = re.compile(r"\[[ \t]*\][ \t]*")
_BOM = "\ufeff"


class NoPlace(Exception):
    """The header is written in a way that leaves no sure place; the message says which."""


class _Place(Struct, frozen=True):
    """Before which line of the header (from 0), and how far indented; `key` when the list itself is not there yet."""

    line: int
    indent: int
    key: bool = False
    emptied: tuple[int, int] | None = None
    """Where an empty list in brackets stands in the line above, from column to column."""


def with_correction(text: str, correction: Correction) -> str:
    """Put a correction above all others; raises `NoPlace`. `text` is that of a file with its own line ends."""
    bom = _BOM if text.startswith(_BOM) else ""
    typed: list[str] = _LINES.findall(text.removeprefix(bom))
    plain = [line.rstrip("\r\n") for line in typed]
    parts = split("\n".join(plain))
    root = compose(Faults("", parts.header, parts.header_line)) if parts.found else None
    if root is None:
        raise NoPlace("it has no header that can be read")
    first = parts.header_line - 1
    place = _place(root, parts.header.split("\n"))
    ending = typed[0][len(plain[0]) :]
    at = first + place.line
    if place.emptied:
        start, end = place.emptied
        typed[at - 1] = _without(plain[at - 1], start, end) + ending
    margin = " " * place.indent
    lines = ["corrections:"] * place.key + [f"  {line}" if place.key else line for line in entry_lines(correction)]
    new = [f"{margin}{line}{ending}" for line in lines]
    return bom + "".join((*typed[:at], *new, *typed[at:]))


def _without(line: str, start: int, end: int) -> str:
    """Take a list in brackets out of its line; a comment behind it stays."""
    return f"{line[:start].rstrip()} {line[end:]}".rstrip()


def _place(root: Node, lines: list[str]) -> _Place:
    if not isinstance(root.value, dict) or root.event.flow_style:
        raise NoPlace("its header is written in braces; write each field on a line of its own")
    if "corrections" not in root.value:
        return _Place(len(lines) - 1, root.column, key=True)
    key, node = root.value["corrections"]
    if node.bare_empty:
        return _Place(key.line + 1, key.column + 2)
    if not isinstance(node.value, list):
        raise NoPlace("its `corrections:` is no list")
    if node.event.flow_style:
        return _in_brackets(key, node, lines)
    if lines[node.line][: node.column].strip():
        raise NoPlace("its `corrections:` begins in the middle of a line")
    return _Place(node.line, node.column)


def _in_brackets(key: Node, node: Node, lines: list[str]) -> _Place:
    empty = _EMPTY_LIST.match(lines[node.line], node.column)
    if empty is None or node.line != key.line:
        raise NoPlace("its `corrections:` is written in brackets; write them as a list, one `- id:` below the other")
    return _Place(key.line + 1, key.column + 2, emptied=empty.span())
