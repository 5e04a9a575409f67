"""A Markdown file → its YAML header and its body, and in which line each begins."""

import re

from msgspec import Struct

from plugins.core.parse.report import Faults

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_ALMOST_FENCE = re.compile(r"[ \t]*(?!---[ \t]*$)(?:-[ \t]?){2,}|[ \t]+---[ \t]*|[\u2013\u2014]+-?[ \t]*")
_FIELD = re.compile(r"[ \t]|- |#|[\w-]+:")


class Parts(Struct, frozen=True):
    """The two parts of a Markdown file; lines are 1-based. `found` is false when there is no header."""

    header: str
    body: str
    header_line: int = 2
    body_line: int = 1
    found: bool = True


def split(text: str) -> Parts:
    """Split at the two `---` lines."""
    first = _FENCE.match(text)
    second = _FENCE.search(text, first.end()) if first else None
    if first is None or second is None:
        return Parts("", text, found=False)
    header = text[first.end() + 1 : second.start()]
    body = text[second.end() + 1 :]
    return Parts(header, body, body_line=text.count("\n", 0, second.end()) + 2)


def split_or_note(text: str, faults: Faults) -> Parts | None:
    """Split, or note that the header is missing."""
    parts = split(text)
    if parts.found:
        return parts
    lines = text.split("\n")
    if _FENCE.match(text):
        line, message, fix = _where_it_should_close(lines)
    else:
        line, message, fix = _where_it_should_begin(lines)
    faults.add("missing-header", line, 0, message, fix)
    return None


def _where_it_should_begin(lines: list[str]) -> tuple[int, str, str]:
    line = next((number for number, text in enumerate(lines) if text.strip()), 0)
    if _ALMOST_FENCE.fullmatch(lines[line]):
        return (
            line,
            f"A YAML header begins with a line of three hyphens; this is `{lines[line].rstrip()[:20]}`.",
            "write `---`",
        )
    if line and _FENCE.match(lines[line]):
        return line, "The YAML header begins below the first line.", "take out the lines above it"
    return 0, "This file has no YAML header.", "begin it with a line `---`, the fields, and another line `---`"


def _where_it_should_close(lines: list[str]) -> tuple[int, str, str]:
    """Find a line that was meant as the end, else the first one that looks like text."""
    for number, text in enumerate(lines[1:], start=1):
        if _ALMOST_FENCE.fullmatch(text):
            return (
                number,
                f"A YAML header ends with a line of three hyphens; this is `{text.rstrip()[:20]}`.",
                "write `---`",
            )
        if text.strip() and not _FIELD.match(text):
            return number, "The YAML header is never closed; this line is no part of it.", "write a line `---` above it"
    return 0, "The YAML header is never closed.", "write a line `---` below its last field"
