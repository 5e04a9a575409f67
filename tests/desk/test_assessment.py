"""What `invoke report` shows: places, lines in three styles, exit codes. The text of the toy publication is golden."""

import json
import re
import shutil
from pathlib import Path

import build as toy_site
import pytest
from invoke import Context, Exit
from msgspec.structs import replace

from plugins.commands import making
from plugins.core.problems import Place
from plugins.desk.assessment import Assessment, Note, assess, assess_folder
from plugins.desk.assessment_lines import LONGEST, MARKS, MOST, STYLES, lines, summary
from plugins.desk.criteria import AREAS
from plugins.desk.criteria.criterion import Status
from plugins.intake.load import load

TOY = toy_site.SITE / "content"
GOLDEN = Path(__file__).parent / "toy_assessment.txt"


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return assess(load(TOY, "content", toy_site.NOW))


def test_the_text_is_golden(assessment: Assessment) -> None:
    """`invoke golden` writes it; read the difference."""
    assert lines(assessment, "text") == GOLDEN.read_text("utf-8").splitlines()


def test_every_place_is_in_a_file_of_the_copy(assessment: Assessment) -> None:
    places = [note.place for one in assessment.criteria for note in one.notes if note.place]
    assert places
    for place in places:
        text = (TOY.parent / place.path).read_text("utf-8").splitlines()
        assert 1 <= place.column <= len(text[place.line - 1]) + 1


def test_the_answers_are_counted(assessment: Assessment) -> None:
    assert sum(assessment.count.values()) == len(assessment.criteria) == sum(map(len, AREAS.values()))
    assert summary(assessment) == lines(assessment, "text")[-1]
    assert assessment.failed
    assert not replace(assessment, count={**assessment.count, Status.FAIL: 0}).failed


def _with_notes(assessment: Assessment, count: int, text: str = "Why?") -> Assessment:
    notes = tuple(Note(text, Place("content/a.md", number)) for number in range(1, count + 1))
    return replace(assessment, criteria=(replace(assessment.criteria[0], notes=notes),))


@pytest.mark.parametrize(("count", "more"), [(MOST, False), (MOST + 1, True), (33, True)])
@pytest.mark.parametrize("style", ["text", "markdown"])
def test_long_lists_are_cut(assessment: Assessment, style: str, count: int, *, more: bool) -> None:
    shown = lines(_with_notes(assessment, count), style)
    assert sum("content/a.md:" in line for line in shown) == MOST
    assert any(line.strip("- ") == f"and {count - MOST} more" for line in shown) is more


def test_json_has_every_place(assessment: Assessment) -> None:
    (text,) = lines(_with_notes(assessment, 33, "long " * 40), "json")
    read = json.loads(text)
    assert [note["place"]["line"] for note in read["criteria"][0]["notes"]] == list(range(1, 34))
    assert read["criteria"][0]["notes"][0]["text"] == "long " * 40
    assert set(read["count"]) == set(Status)


def test_long_notes_are_shortened(assessment: Assessment) -> None:
    shown = next(line for line in lines(_with_notes(assessment, 1, "long " * 40), "text") if "content/a.md" in line)
    assert len(shown.partition("content/a.md:1:1: ")[2]) <= LONGEST + 2


def test_markdown_takes_copy_for_what_it_is(assessment: Assessment) -> None:
    shown = lines(_with_notes(assessment, 1, "*Is* <b>it</b> [1](x) `here`?"), "markdown")
    assert r"  - `content/a.md:1:1` \*Is\* \<b\>it\</b\> \[1\](x) `here`?" in shown
    in_lines = lines(_with_notes(assessment, 1, "Is\n# it\n\nhere?"), "markdown")
    assert r"  - `content/a.md:1:1` Is \# it here?" in in_lines
    one_tick = lines(_with_notes(assessment, 1, "a ` b"), "markdown")
    assert r"  - `content/a.md:1:1` a \` b" in one_tick


def test_colour_is_for_terminals(assessment: Assessment) -> None:
    plain, coloured = (lines(assessment, "text", colour=colour) for colour in (False, True))
    assert "\x1b" not in "".join(plain)
    assert [re.sub(r"\x1b\[\d+m", "", line) for line in coloured] == plain
    assert sum("\x1b" in line for line in coloured) == len(assessment.criteria)


@pytest.mark.parametrize("style", STYLES)
def test_marks_come_with_words(assessment: Assessment, style: str) -> None:
    shown = "\n".join(lines(assessment, style))
    assert not re.search("certif|complian", shown, re.IGNORECASE)
    for status, mark in MARKS.items():
        assert f"{mark} {status} " in shown or f"{mark} **{status}** " in shown or f'"status": "{status}"' in shown


def _report(content: Path, **flags: object) -> None:
    making.report(Context(), content=str(content), now=toy_site.NOW, **flags)


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(making, "ROOT", tmp_path)
    shutil.copytree(TOY, tmp_path / "content")
    return tmp_path / "content"


def test_the_command(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _report(copy)
    assert capsys.readouterr().out.splitlines()[-1].startswith("33 criteria: ")
    assert sorted(path.name for path in copy.parent.iterdir()) == [".cache", "content"]


def test_strict_ends_with_1_for_a_failure(copy: Path) -> None:
    with pytest.raises(Exit) as ended:
        _report(copy, strict=True)
    assert ended.value.code == 1


def test_an_unknown_format_is_wrong_use(copy: Path) -> None:
    with pytest.raises(Exit, match="write text, markdown, json") as ended:
        _report(copy, format="github")
    assert ended.value.code == 2


@pytest.mark.parametrize("shape", ["text", "json"])
def test_with_errors_the_problems_are_listed(copy: Path, shape: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = copy / "articles/2025/moon-dust.md"
    page.write_text(page.read_text("utf-8") + "\nAnd more [99].\n", "utf-8")
    with pytest.raises(SystemExit) as ended:
        _report(copy, format=shape)
    shown = capsys.readouterr().out
    assert ended.value.code == 1
    assert "unknown-source" in shown
    assert "criteria" not in shown
    assert shape == "text" or "unknown-source" in {problem["code"] for problem in json.loads(shown)}


def test_what_is_kept_gives_the_same_answers(copy: Path, assessment: Assessment) -> None:
    first, again = (assess_folder(copy, toy_site.NOW, copy.parent / ".cache") for _ in range(2))
    assert first == again
    assert [one.says for one in again.criteria if "content/" not in one.says] == [
        one.says for one in assessment.criteria if "content/" not in one.says
    ]
