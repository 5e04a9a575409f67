"""A file that is taken in again alone: all is told as when the whole copy is taken in."""

import shutil
from pathlib import Path

import pytest
from entered import enter_ahead

from plugins.intake.again import taken_again
from plugins.intake.load import load

ROOT = Path(__file__).parents[2]
NOW = "2025-12-01T12:00:00+00:00"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give the small publication of the wicked copy, without its wickedness."""
    return Path(shutil.copytree(ROOT / "tests/bad_copy/_good", tmp_path / "content"))


def test_what_was_entered_ahead_and_edited_since(content: Path) -> None:
    """The warning is there after the first edit, after the second, and goes away with what brought it."""
    path = enter_ahead(content, NOW)
    entered = path.read_text("utf-8")
    loaded, told = load(content, "content", NOW, drafts=True), []

    for text in (f"{entered}\nMore.\n", f"{entered}\nStill more.\n", entered):
        path.write_text(text, "utf-8")
        again = taken_again(loaded, path.relative_to(content).as_posix())
        assert again
        assert again.problems == load(content, "content", NOW, drafts=True).problems
        told.append([one.code for one in again.problems])
        loaded = again

    assert told == [["not-in-ledger"], ["not-in-ledger"], []]
