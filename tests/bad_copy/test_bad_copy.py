"""Wicked copy and the exact lines that an editor is shown for it.

`_good/` is a small publication without a fault. Each case (a folder with an `expected.txt`) lies in the folder of its
code: files that are laid over a copy of `_good/`, and perhaps an `arrange.py` that makes what git cannot store.
`_good/` has no ledger, so that a case can change what it likes: that one warning is left aside everywhere but under its
own code. The cases of the ledger enter `_good/` into one first.
"""

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

from plugins.core import rules
from plugins.core.codes import CODES
from plugins.core.problems import Problem, Severity, in_order
from plugins.core.rules.review import Review
from plugins.intake.gate import closed
from plugins.intake.load import Loaded, load
from plugins.intake.report import text_lines

HERE = Path(__file__).parent
NOW = "2025-12-01T12:00:00+00:00"
CASES = sorted(path.parent.relative_to(HERE).as_posix() for path in HERE.rglob("expected.txt"))
OURS = {"expected.txt", "arrange.py"}
NO_LEDGER = "not-in-ledger"


def lay(case: str, folder: Path) -> Path:
    """Make the copy of a case below a folder."""
    content = folder / "content"
    shutil.copytree(HERE / "_good", content)
    shutil.copytree(HERE / case, content, dirs_exist_ok=True, ignore=lambda _, names: {*OURS, "__pycache__"} & {*names})
    if (HERE / case / "arrange.py").exists():
        spec = importlib.util.spec_from_file_location("arrange", HERE / case / "arrange.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.arrange(content)
    return content


def judged(loaded: Loaded, case: str = "") -> list[Problem]:
    aside = not loaded.publication.ledger and not case.startswith(NO_LEDGER)
    return [problem for problem in loaded.problems if not (aside and problem.code == NO_LEDGER)]


def lines(loaded: Loaded, case: str = "") -> list[str]:
    return [line for problem in judged(loaded, case) for line in text_lines(problem)]


def test_the_good_publication_is_good(tmp_path: Path) -> None:
    loaded = load(lay("_good", tmp_path), "content", NOW)
    assert lines(loaded) == []
    assert sorted(loaded.publication.factchecks) == ["bridge-cost", "bridge-length"]


@pytest.mark.parametrize("case", CASES)
def test_an_editor_is_shown_exactly_this(case: str, tmp_path: Path) -> None:
    expected = (HERE / case / "expected.txt").read_text("utf-8").split("\n")[:-1]
    assert lines(load(lay(case, tmp_path), "content", NOW), case) == expected


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("drafts", [False, True])
def test_a_closer_look_at_every_draft_finds_no_more(case: str, tmp_path: Path, *, drafts: bool) -> None:
    loaded = load(lay(case, tmp_path), "content", NOW, drafts=drafts)
    closely = rules.check(Review(loaded.publication, loaded.shelf, closely=True))
    assert in_order(rules.check(Review(loaded.publication, loaded.shelf))) == in_order(closely)


@pytest.mark.parametrize("case", CASES)
def test_what_was_kept_gives_the_same_problems(case: str, tmp_path: Path) -> None:
    content = lay(case, tmp_path)
    first = load(content, "content", NOW, cached=tmp_path / "cache")
    again = load(content, "content", NOW, cached=tmp_path / "cache")
    assert lines(again) == lines(first)
    assert again.publication == first.publication


@pytest.mark.parametrize("case", CASES)
def test_nothing_raises_with_drafts_either(case: str, tmp_path: Path) -> None:
    """And every problem is one line: a message never breaks the list in two."""
    loaded = load(lay(case, tmp_path), "content", NOW, drafts=True)
    broken = [problem for problem in loaded.problems if "\n" in problem.message + problem.fix]
    assert broken == []


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_case_that_shows_it(code: str) -> None:
    shown = [(HERE / case / "expected.txt").read_text("utf-8") for case in CASES if case.split("/")[0] == code]
    assert any(f" [{code}] " in text for text in shown)


def test_every_case_lies_under_a_code() -> None:
    assert {case.split("/")[0] for case in CASES} <= set(CODES)


def test_pending_copy_warns_and_stops_nothing(tmp_path: Path) -> None:
    content = lay("unknown-person/draft-warns-only", tmp_path)
    loaded = load(content, "content", NOW)
    assert {problem.severity for problem in loaded.problems} == {Severity.WARNING}
    assert not closed(loaded.problems)
    assert closed(loaded.problems, strict=True)
    assert sorted(loaded.publication.factchecks) == ["bridge-cost", "bridge-length"]
    assert sorted(loaded.publication.pending) == ["held", "rough"]


def test_with_drafts_their_problems_are_errors(tmp_path: Path) -> None:
    loaded = load(lay("unknown-person/draft-warns-only", tmp_path), "content", NOW, drafts=True)
    assert {problem.severity for problem in judged(loaded)} == {Severity.ERROR}
    assert sorted(loaded.publication.factchecks) == ["bridge-cost", "bridge-length", "held", "rough"]


def test_a_link_within_the_copy_is_taken(tmp_path: Path) -> None:
    loaded = load(lay("outside-content/link-within-is-fine", tmp_path), "content", NOW)
    files = loaded.publication.copy.files
    assert files["images/again.svg"] == files["images/lengths.svg"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is ours."""
    really = Path.open

    def refusing(self: Path, *given: object, **named: object) -> object:
        if self.name == "locked.md":
            raise PermissionError(13, "Permission denied", str(self))
        return really(self, *given, **named)

    content = lay("_good", tmp_path)
    (content / "pages" / "locked.md").write_text("---\ntitle: Locked\n---\nText.\n", "utf-8")
    monkeypatch.setattr(Path, "open", refusing)
    assert lines(load(content, "content", NOW)) == [
        "content/pages/locked.md:1:1: error [not-a-file] This file cannot be read: Permission denied.",
        "    fix: mend its permissions",
    ]


def test_a_picture_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = Path.open

    def refusing(self: Path, *given: object, **named: object) -> object:
        if self.name == "locked.svg":
            raise PermissionError(13, "Permission denied", str(self))
        return really(self, *given, **named)

    content = lay("_good", tmp_path)
    shutil.copyfile(content / "images" / "lengths.svg", content / "images" / "locked.svg")
    monkeypatch.setattr(Path, "open", refusing)
    assert lines(load(content, "content", NOW)) == [
        "content/images/locked.svg:1:1: error [not-a-file] This file cannot be read: Permission denied.",
        "    fix: mend its permissions",
    ]


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.scandir

    def refusing(path: str | Path) -> object:
        if Path(path).name == "pages":
            raise PermissionError(13, "Permission denied", str(path))
        return really(path)

    content = lay("_good", tmp_path)
    monkeypatch.setattr(os, "scandir", refusing)
    assert "content/pages:1:1: error [not-a-file] This folder cannot be read: Permission denied." in lines(
        load(content, "content", NOW)
    )
