"""What the YAML library says is wrong → a problem in the words of an editor, with a way out."""

import re
from typing import Any

from plugins.core.parse.report import Faults

_TABS = "indent with blanks, not tabs, and put text that begins with @, `, % or a tab under `>-`"
_FIXES = {
    "cannot start any token": _TABS,
    "tab character": _TABS,
    "mapping values are not allowed": "text that holds `: ` is written as a block: `key: >-`, then the text indented below",
    "alphabetic or numeric character": "text that begins with & or * goes under `>-`",
}
_GLUED = re.compile(r"[ \t]*(?:- )?([A-Za-z_][\w-]*):(?!//)[^\s:]")
_FIRST_KEY = re.compile(r"[ \t]*(?:- )?[A-Za-z_][\w-]*")
_INDENTED = re.compile(r"^[ ]*[\u00a0\u2000-\u200b\u202f\u3000]\s*(?=(?:- |[A-Za-z_][\w-]*:(?:\s|$)))", re.MULTILINE)

Fault = tuple[int, int, str, str]
"""Line, column, what is wrong, the way out."""


def note_yaml_error(error: Any, faults: Faults) -> None:
    """Note it, at the place where it was made if that can be told."""
    lines = faults.text.split("\n")
    line, column, said, fix = _missing_blank(error, lines) or _early_end(error, lines) or _as_said(error, faults)
    faults.add("bad-yaml", line, column, f"This is not YAML: {said}.", fix)


def note_wide_indentation(faults: Faults) -> bool:
    """Note the first line that is indented with blanks which YAML takes for letters."""
    match = None if faults.text.isascii() else _INDENTED.search(faults.text)
    if match:
        line = faults.text.count("\n", 0, match.start())
        said = "This line is indented with no-break spaces, which YAML takes for letters."
        faults.add("bad-yaml", line, 0, said, "indent with ordinary blanks, here and in the lines below")
    return match is not None


def _missing_blank(error: Any, lines: list[str]) -> Fault | None:
    """Find `key:value`, which makes one word of the two; the library stumbles in the line below."""
    said, found, opened = str(error.problem or ""), error.problem_mark, error.context_mark
    if "could not find expected ':'" in said and opened:
        line = opened.line
    elif "mapping values" in said and found and _FIRST_KEY.fullmatch(lines[found.line][: found.column]):
        line = found.line - 1
    else:
        return None
    glued = _GLUED.match(lines[line]) if line >= 0 else None
    if glued:
        return line, glued.end() - 1, f"a blank is missing behind `{glued[1]}:`", f"write `{glued[1]}: …`"
    if "mapping values" in said:
        return None
    fix = "indent it below the field that it belongs to; a header ends with a line `---`"
    return line, opened.column, "this line is neither `key: value` nor a part of the text above it", fix


def _early_end(error: Any, lines: list[str]) -> Fault | None:
    """Find an apostrophe that ends a text in quotation marks."""
    found = error.problem_mark
    before = lines[found.line][: found.column].rstrip() if found and found.line < len(lines) else ""
    if not before.endswith(("'", '"')) or "did not find expected" not in str(error.problem):
        return None
    said = f"this {'apostrophe' if before.endswith(chr(39)) else 'quotation mark'} ends the text"
    return found.line, len(before) - 1, said, "put the text under `>-`, without the quotation marks around it"


def _as_said(error: Any, faults: Faults) -> Fault:
    said, context = str(getattr(error, "problem", "") or error), str(getattr(error, "context", "") or "")
    found, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if "quoted scalar" in context and opened and "end of" in said:
        said, found = "a quotation mark is opened here and never closed", opened
        fix = "close it, or put the text under `>-`"
    elif "flow" in context and opened:
        fix = f"close the bracket that is opened in line {opened.line + faults.first_line}"
    else:
        fix = _fix(said)
    mark = found or opened
    return (mark.line, mark.column, said, fix) if mark else (0, 0, said, fix)


def _fix(said: str) -> str:
    return next(
        (fix for part, fix in _FIXES.items() if part in said),
        "check the indentation and the quotation marks around here",
    )
