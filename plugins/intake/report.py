"""Problems → lines for people, annotations for GitHub, JSON for tools. The only printer of problems."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from os import environ
from typing import TextIO

import msgspec

from plugins.core.problems import Problem, Severity

_COLOURS = {Severity.ERROR: "\x1b[31m", Severity.WARNING: "\x1b[33m"}
_RESET = "\x1b[0m"


def usual_style() -> str:
    """Pick the style of problems: GitHub's annotations where GitHub runs the build."""
    return "github" if environ.get("GITHUB_ACTIONS") == "true" else "text"


def report(problems: Sequence[Problem], style: str, out: TextIO | None = None) -> None:
    """Print the problems in a style: `text`, `github` or `json`."""
    out = out or sys.stdout
    lines = _text(problems, colour=out.isatty()) if style == "text" else _STYLES[style](problems)
    for line in lines:
        print(line, file=out)
    out.flush()


def _text(problems: Sequence[Problem], *, colour: bool) -> list[str]:
    lines = [line for problem in problems for line in text_lines(problem, colour=colour)]
    return [*lines, tally(problems)] if problems else lines


def text_lines(problem: Problem, *, colour: bool = False) -> list[str]:
    """Give a problem as `path:line:column: severity [code] message`, and its fix on a line of its own."""
    place, severity = problem.place, str(problem.severity)
    shown = f"{_COLOURS[problem.severity]}{severity}{_RESET}" if colour else severity
    first = f"{place.path}:{place.line}:{place.column}: {shown} [{problem.code}] {problem.message}"
    return [first, f"    fix: {problem.fix}"] if problem.fix else [first]


def tally(problems: Sequence[Problem]) -> str:
    """Count errors and warnings in words."""
    count = Counter(problem.severity for problem in problems)
    parts = [f"{count[kind]} {kind}{'s' if count[kind] != 1 else ''}" for kind in Severity if count[kind]]
    return " and ".join(parts) if parts else "no problems"


def _github(problems: Sequence[Problem]) -> list[str]:
    return [
        f"::{problem.severity} file={_property(problem.place.path)},line={problem.place.line},"
        f"col={problem.place.column},title={_property(problem.code)}::{_data(_sentence(problem))}"
        for problem in problems
    ]


def _sentence(problem: Problem) -> str:
    return f"{problem.message} Fix: {problem.fix}" if problem.fix else problem.message


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _json(problems: Sequence[Problem]) -> list[str]:
    return [msgspec.json.format(msgspec.json.encode(list(problems)), indent=2).decode()]


_STYLES: dict[str, Callable[[Sequence[Problem]], list[str]]] = {"github": _github, "json": _json}
STYLES = ("text", *_STYLES)
