"""Runs `cases/marks.md`, the citation grammar as examples."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.core import codes
from tests.core.parse.outcomes import Pressed, decoded, encoded

CASES = Path(__file__).parent / "cases" / "marks.md"
ALWAYS = ("group", "problem")
ASKED_FOR = ("html", "heading", "summary", "page")
ROWS = range(1, 25)


class Case(NamedTuple):
    line: int
    heading: str
    title: str
    text: str
    wanted: list[str]


def read_cases() -> list[Case]:
    lines = iter(enumerate(CASES.read_text(encoding="utf-8").splitlines(), 1))
    cases, heading, title = [], "", ""
    for number, line in lines:
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif line == ".":
            text, wanted = _until_dot(lines), _until_dot(lines)
            cases.append(Case(number, heading, title, decoded("\n".join(text)) + "\n", [one for one in wanted if one]))
        elif line:
            title = line
    return cases


def _until_dot(lines: object) -> list[str]:
    part = []
    for _, line in lines:
        if line == ".":
            return part
        part.append(line)
    raise AssertionError(f"{CASES}: a case is not closed by a dot")


def kind_of(line: str) -> str:
    """Give the kind of an outcome line: the first word that names one (`bottom_line group 1` → `group`)."""
    return next((word for word in line.split(" ")[:2] if word in (*ALWAYS, *ASKED_FOR)), "")


def subject_of(line: str) -> str:
    """Give what a line tells about: `html`, `bottom_line html` …."""
    kind = kind_of(line)
    return kind if line.startswith(kind) else f"{line.split(' ', maxsplit=1)[0]} {kind}"


CASES_READ = read_cases()


@pytest.mark.parametrize("case", CASES_READ, ids=lambda case: f"{case.line}: {case.title}")
def test_case(case: Case) -> None:
    asked = {subject_of(line) for line in case.wanted}
    got = [
        encoded(line).rstrip()
        for line in Pressed(case.text).outcome()
        if kind_of(line) in ALWAYS or subject_of(line) in asked
    ]
    assert got == case.wanted, f"{CASES}:{case.line}: {case.title}\ngot:\n" + "\n".join(got)


def test_the_case_file_covers_the_contract() -> None:
    rows = Counter(int(word) for case in CASES_READ for word in case.heading.split(":")[0].split() if word.isdigit())
    assert set(rows) >= set(ROWS)
    assert len(CASES_READ) >= 130


def test_each_title_is_given_once() -> None:
    titles = Counter(case.title for case in CASES_READ)
    assert [title for title, count in titles.items() if count > 1 or not title] == []


def test_every_line_of_an_outcome_is_understood() -> None:
    unread = [f"{case.line}: {line}" for case in CASES_READ for line in case.wanted if not kind_of(line)]
    assert unread == []


def test_every_problem_named_exists() -> None:
    named = {line.split(" ")[1] for case in CASES_READ for line in case.wanted if line.startswith("problem ")}
    assert named <= set(codes.CODES)
