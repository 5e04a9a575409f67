"""What the YAML library says is wrong → a problem in the words of an editor, with a way out."""

from typing import Any

from plugins.core.parse.report import Faults

_TABS = "indent with blanks, not tabs, and put text that begins with @, `, % or a tab under `>-`"
_FIXES = {
    "cannot start any token": _TABS,
    "tab character": _TABS,
    "mapping values are not allowed": "text that holds `: ` is written as a block: `key: >-`, then the text indented below",
    "alphabetic or numeric character": "text that begins with & or * goes under `>-`",
}


def note_yaml_error(error: Any, faults: Faults) -> None:
    """Note it, at the place where it was found, or where what is never closed was opened."""
    said, context = str(getattr(error, "problem", "") or error), str(getattr(error, "context", "") or "")
    found, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if "quoted scalar" in context and opened and "end of" in said:
        said, found, fix = (
            "a quotation mark is opened here and never closed",
            opened,
            "close it, or put the text under `>-`",
        )
    elif "flow" in context and opened:
        fix = f"close the bracket that is opened in line {opened.line + faults.first_line}"
    else:
        fix = _fix(said)
    mark = found or opened
    faults.add("bad-yaml", mark.line if mark else 0, mark.column if mark else 0, f"This is not YAML: {said}.", fix)


def _fix(said: str) -> str:
    return next(
        (fix for part, fix in _FIXES.items() if part in said),
        "check the indentation and the quotation marks around here",
    )
