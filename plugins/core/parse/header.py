"""A Markdown file → its YAML header and its body, and in which line each begins."""

import re

from msgspec import Struct

from plugins.core.parse.report import Faults

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


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
    if _FENCE.match(text):
        message, fix = "The YAML header is never closed.", "write a line `---` below its last field"
    else:
        message = "This file has no YAML header."
        fix = "begin it with a line `---`, the fields, and another line `---`"
    faults.add("missing-header", 0, 0, message, fix)
    return None
