"""Which builds may go out, by the ledger: those that show what it has, whatever the copy says meanwhile."""

import re
from pathlib import Path
from typing import Any

import build
import pytest
import small
from entered import enter
from invoke import Context, Exit
from msgspec.structs import replace

from plugins.commands import outside
from plugins.deploy.entered import differing
from plugins.intake.load import load
from plugins.press.release import Releases
from tests.deploy.publication import Both, read, tree

LATER = "2026-01-02T00:00:00+00:00"


def _deploy(own: Both, to: Path, **flags: str) -> None:
    given = {"content": str(own.content), "now": small.NOW, **flags}
    outside.deploy(Context(), to=str(to), output=str(own.releases.output), yes=True, **given)


def _refused(words: str) -> Any:
    return pytest.raises(Exit, check=lambda error: error.code == 1 and re.search(words, error.message))


def _build(own: Both) -> None:
    build.build(own.releases.output, content=own.content, PLUMBLINE_NOW=small.NOW)


def _written(content: Path, name: str) -> Path:
    path = content / f"articles/2025/{name}.md"
    path.write_text((content / "articles/2025/new.md").read_text().replace("id: new", f"id: {name}"))
    return path


def _edited(content: Path) -> None:
    path = content / "articles/2025/new.md"
    path.write_text(path.read_text().replace("Word [1].", "Another word [1]."))


def _ids(releases: Releases, content: Path, now: str = small.NOW) -> list[tuple[str, bool]]:
    told = releases.manifest(releases.shown()).shown
    return [(one.id, one.is_copy) for one in differing(told, load(content, "content", now).publication)]


@pytest.mark.parametrize("now", [small.NOW, "2000-01-01"])
def test_what_was_built_and_then_taken_out_of_the_copy(own: Both, tmp_path: Path, now: str) -> None:
    path = _written(own.content, "stray")
    _build(own)
    path.unlink()

    with _refused("differs in:\n  stray  \nNothing was sent. Run `invoke build` first"):
        _deploy(own, tmp_path / "www", now=now)
    assert not (tmp_path / "www").exists()
    _build(own)
    _deploy(own, tmp_path / "www")


def test_what_was_built_and_not_entered(own: Both, tmp_path: Path) -> None:
    _written(own.content, "fresh")
    _build(own)

    with _refused("The ledger does not have as they are now:\n  fresh  .*/is/articles/2025/fresh.md\n.*invoke publish"):
        _deploy(own, tmp_path / "www")
    enter(own.content, small.NOW)
    _deploy(own, tmp_path / "www")


def test_what_was_edited_and_entered_and_not_built(own: Both, tmp_path: Path) -> None:
    _edited(own.content)
    _deploy(own, tmp_path / "www")  # the release is what readers were last shown
    assert tree(tmp_path / "www") == read(own.after)

    enter(own.content, small.NOW)
    with _refused("differs in:\n  new  .*/is/articles/2025/new.md\n.*invoke build"):
        _deploy(own, tmp_path / "www")


def test_a_build_that_has_nothing_to_make_notes_what_it_shows(own: Both) -> None:
    before = own.releases.shown()
    made = own.releases.manifest(before)
    own.releases.write_manifest(str(before), replace(made, shown=b""))
    assert _ids(own.releases, own.content) != []

    _build(own)
    assert own.releases.shown() == before
    assert own.releases.manifest(before) == made


def test_the_copy_of_another_publication(own: Both, tmp_path: Path) -> None:
    with _refused("differs in:\n  new  \n(.|\n)*invoke build"):
        _deploy(own, tmp_path / "www", content=str(tmp_path / "was"))


def test_what_the_ledger_knows_ahead(own: Both) -> None:
    path = _written(own.content, "ahead")
    path.write_text(re.sub("published: .*", f"published: {LATER}", path.read_text()))
    enter(own.content, LATER)

    assert _ids(own.releases, own.content) == []
    assert _ids(own.releases, own.content, LATER) == [("ahead", False)]


def test_a_release_that_does_not_say_what_it_shows(own: Both) -> None:
    count = len(load(own.content, "content", small.NOW).publication.due())
    publication = load(own.content, "content", small.NOW).publication

    assert [one.is_copy for one in differing(b"", publication)] == [False] * count


def test_after_a_rollback(own: Both, tmp_path: Path) -> None:
    """Going back asks no ledger; going on from there does."""
    outside.rollback(Context(), to=str(tmp_path / "www"), output=str(own.releases.output), yes=True)
    assert (tmp_path / "www/checks/gone/index.html").exists()

    with _refused("differs in:\n  gone(.|\n)*invoke build"):
        _deploy(own, tmp_path / "www")
    _build(own)
    _deploy(own, tmp_path / "www")
    assert not (tmp_path / "www/checks/gone/index.html").exists()
