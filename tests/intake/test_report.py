"""The three forms in which problems are printed."""

import io
import json

import pytest

from plugins.core.problems import Place, Problem, Severity
from plugins.intake.report import STYLES, report, tally, text_lines, usual_style

ERROR = Problem(Place("content/a.md", 14, 38), "unknown-source", Severity.ERROR, "Mark [4] has no source.", "add it")
WARNING = Problem(Place("content/b.yaml"), "stray-file", Severity.WARNING, "It is left out.")
NASTY = Problem(
    Place("content/a,b: 100%.md", 2, 3), "bad-yaml", Severity.ERROR, "50% of it,\nsaid: ::error::x\r", "do: this, 100%"
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def printed(problems: list[Problem], style: str, out: io.StringIO | None = None) -> str:
    out = out or io.StringIO()
    report(problems, style, out)
    return out.getvalue()


def test_text() -> None:
    assert printed([ERROR, WARNING], "text") == (
        "content/a.md:14:38: error [unknown-source] Mark [4] has no source.\n"
        "    fix: add it\n"
        "content/b.yaml:1:1: warning [stray-file] It is left out.\n"
        "1 error and 1 warning\n"
    )


def test_text_without_problems_is_nothing() -> None:
    assert printed([], "text") == ""


def test_colour_on_a_terminal_only() -> None:
    assert "\x1b" not in printed([ERROR, WARNING], "text")
    coloured = printed([ERROR, WARNING], "text", Terminal())
    assert "content/a.md:14:38: \x1b[31merror\x1b[0m [unknown-source]" in coloured
    assert "content/b.yaml:1:1: \x1b[33mwarning\x1b[0m [stray-file]" in coloured
    assert coloured.replace("\x1b[31m", "").replace("\x1b[33m", "").replace("\x1b[0m", "") == printed(
        [ERROR, WARNING], "text"
    )


@pytest.mark.parametrize("style", ["github", "json"])
def test_no_colour_in_forms_for_machines(style: str) -> None:
    assert printed([ERROR, WARNING], style, Terminal()) == printed([ERROR, WARNING], style)


def test_github() -> None:
    assert printed([ERROR], "github") == (
        "::error file=content/a.md,line=14,col=38,title=unknown-source::Mark [4] has no source. Fix: add it\n"
    )


def test_github_without_a_fix_promises_none() -> None:
    assert printed([WARNING], "github") == (
        "::warning file=content/b.yaml,line=1,col=1,title=stray-file::It is left out.\n"
    )


def test_github_escapes() -> None:
    assert printed([NASTY], "github") == (
        "::error file=content/a%2Cb%3A 100%25.md,line=2,col=3,title=bad-yaml"
        "::50%25 of it,%0Asaid: ::error::x%0D Fix: do: this, 100%25\n"
    )


def test_json() -> None:
    assert json.loads(printed([ERROR, NASTY], "json")) == [
        {
            "place": {"path": "content/a.md", "line": 14, "column": 38},
            "code": "unknown-source",
            "severity": "error",
            "message": "Mark [4] has no source.",
            "fix": "add it",
        },
        {
            "place": {"path": "content/a,b: 100%.md", "line": 2, "column": 3},
            "code": "bad-yaml",
            "severity": "error",
            "message": "50% of it,\nsaid: ::error::x\r",
            "fix": "do: this, 100%",
        },
    ]


def test_json_without_problems_is_an_empty_list() -> None:
    assert json.loads(printed([], "json")) == []


def test_lines_of_one_problem() -> None:
    assert text_lines(WARNING) == ["content/b.yaml:1:1: warning [stray-file] It is left out."]
    assert len(text_lines(ERROR)) == 2


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "no problems"),
        ([ERROR], "1 error"),
        ([WARNING, WARNING], "2 warnings"),
        ([WARNING, ERROR, ERROR], "2 errors and 1 warning"),
    ],
)
def test_tally(problems: list[Problem], words: str) -> None:
    assert tally(problems) == words


@pytest.mark.parametrize(("value", "style"), [("true", "github"), ("false", "text"), ("", "text"), (None, "text")])
def test_the_usual_style(value: str | None, style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    if value is not None:
        monkeypatch.setenv("GITHUB_ACTIONS", value)
    assert usual_style() == style
    assert style in STYLES
