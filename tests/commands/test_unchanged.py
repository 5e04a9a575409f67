"""A build has nothing to do when nothing that it reads changed; whatever changes, it looks closer."""

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from plugins import settings
from plugins.commands.unchanged import Note, Reading
from plugins.intake.read import find, shown
from plugins.press.glue import run
from plugins.press.release import Releases

ROOT = Path(__file__).parents[2]
NOON = "2026-01-15T12:00:00+00:00"
AGES = 10**10
"""So many ns after a file was written nobody takes it for fresh."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a project with a small publication, of which nothing was built yet."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "tests/bad_copy/_good", folder / "content")
    shutil.copytree(ROOT / "theme", folder / "theme")
    (folder / "plugins").mkdir()
    (folder / "plugins/code.py").write_text("")
    (folder / "pelicanconf.py").write_text("")
    return folder


def _given(project: Path, **more: Any) -> dict[str, Any]:
    return {
        "PATH": str(project / "content"), "THEME": str(project / "theme"), "OUTPUT_PATH": str(project / "output"),
        settings.NOW: NOON, settings.DRAFTS: False, settings.JOBS: 1, settings.KEEP_INDEX: True, **more,
    }  # fmt: skip


def _reading(project: Path, *, late: bool = True, **more: Any) -> Reading:
    found = find(project / "content", shown(project / "content"))
    found.moment += AGES * late
    return Reading(project, found, _given(project, **more))


def _build(project: Path, *, late: bool = True, **more: Any) -> None:
    found = find(project / "content", shown(project / "content"))
    found.moment += AGES * late
    given = _given(project, **more)
    leave = partial(_leave, Reading(project, found, given))
    run(ROOT / "pelicanconf.py", given | {settings.FOUND: found, settings.DONE: leave})


def _leave(reading: Reading, given: dict[str, Any], outcome: object) -> None:
    del outcome
    reading.leave_note(given, ("said",))


def _note(project: Path, now: str = NOON, *, late: bool = True, **more: Any) -> Note | None:
    return _reading(project, late=late, **more).note(Releases(project / "output"), now)


def test_nothing_changed(project: Path) -> None:
    _build(project)
    note = _note(project)

    assert note
    assert note.lines == ("said",)
    assert _note(project, "2026-01-16T04:59:59+00:00")  # midnight in Toronto is a second later
    assert _note(project, **{settings.JOBS: 2, settings.STYLE: "json"})


def _again(path: Path) -> None:
    path.write_bytes(path.read_bytes())


def _rewrite_manifest(project: Path) -> None:
    releases = Releases(project / "output")
    shown = str(releases.shown())
    releases.write_manifest(shown, releases.manifest(shown))


def _lock(project: Path) -> None:
    with Releases(project / "output").locked():
        pass


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file of the copy written again": lambda project: _again(project / "content/publication.yaml"),
    "its time set back": lambda project: os.utime(project / "content/publication.yaml", (1, 1)),
    "a new file": lambda project: (project / "content/pages/new.md").write_text("---\ntitle: New\n---\nText.\n"),
    "a stray file": lambda project: (project / "content/stray.txt").write_text(""),
    "a template": lambda project: _again(project / "theme/templates/base.html"),
    "a new theme file": lambda project: (project / "theme/static/new.css").write_text(""),
    "a link in the theme": lambda project: (project / "theme/static/other.css").symlink_to("style.css"),
    "our code": lambda project: _again(project / "plugins/code.py"),
    "the settings": lambda project: _again(project / "pelicanconf.py"),
    "another hand at the release": _rewrite_manifest,
    "another build": _lock,
    "the release is gone": lambda project: (project / "output").unlink(),
    "the note is damaged": lambda project: Releases(project / "output").leave_note(b"\x93nonsense"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change(project: Path, change: str) -> None:
    for left in ("content/stray.txt", "theme/static/other.css"):
        (project / left).unlink(missing_ok=True)
    _build(project)
    assert _note(project)

    CHANGES[change](project)

    assert _note(project) is None


@pytest.mark.parametrize(
    "more", [{settings.DRAFTS: True}, {settings.KEEP_INDEX: False}, {settings.STRICT: True}, {"SITEURL": "https://b"}]
)
def test_other_settings(project: Path, more: dict[str, Any]) -> None:
    (project / "theme/static/other.css").unlink(missing_ok=True)
    _build(project)

    assert _note(project)
    assert _note(project, **more) is None


@pytest.mark.parametrize("now", ["2026-01-15T11:59:59+00:00", "2026-01-16T05:00:00+00:00"])
def test_another_day(project: Path, now: str) -> None:
    _build(project)

    assert _note(project)
    assert _note(project, now) is None


def test_another_library(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _build(project)
    assert _note(project)

    (tmp_path / "jinja2-9.9.dist-info").mkdir()
    monkeypatch.syspath_prepend(tmp_path)

    assert _note(project) is None


def test_rooms_of_others_are_always_asked(project: Path) -> None:
    _build(project, PLUGIN_PATHS=[str(project)])

    assert _note(project) is None


def test_a_file_beside_those_that_were_found(project: Path) -> None:
    """A rule read it to say what is wrong; the system was not asked about it."""

    def leave(given: dict[str, Any], outcome: object) -> None:
        given[settings.SHELF].text(f"{shown(project / 'content')}/ledger/2026/bridge-cost.md")
        _leave(reading, given, outcome)

    reading = _reading(project)
    run(ROOT / "pelicanconf.py", _given(project) | {settings.DONE: leave})

    assert _note(project) is None


def test_a_file_that_changed_a_moment_ago(project: Path) -> None:
    """Its stamp tells nothing, so the note has what was taken in: the same bytes are enough, others are not."""
    page = project / "content/pages/fresh.md"
    page.write_text("---\ntitle: Fresh\n---\nOne.\n")
    for path in (*(project / "theme").rglob("*"), *(project / "plugins").iterdir(), project / "pelicanconf.py"):
        if path.is_file():
            os.utime(path, (1, 1))  # the time of the status is that of now
    found = find(project / "content", shown(project / "content"))
    found.moment += AGES
    for path in found.stamps:
        if path == "pages/fresh.md":
            found.stamps[path] = _fresh(found.stamps[path], found.moment)
    reading = Reading(project, found, _given(project))
    done = partial(_leave, reading)
    run(ROOT / "pelicanconf.py", _given(project) | {settings.FOUND: found, settings.DONE: done})

    assert found.fresh.keys() == {"pages/fresh.md"}
    assert _note(project)
    page.write_text("---\ntitle: Fresh\n---\nTwo.\n")
    assert _note(project) is None


def _fresh(stamp: str, moment: int) -> str:
    size, _, _, inode = stamp.split()
    return f"{size} {moment} {moment} {inode}"


def test_one_falls_due(project: Path) -> None:
    articles = project / "content/articles/2025"
    held = (articles / "bridge-cost.md").read_text("utf-8").replace("id: bridge-cost", "id: held")
    published = next(line for line in held.splitlines() if line.startswith("published:"))
    (articles / "held.md").write_text(held.replace(published, "published: 2026-01-15T15:00:00+00:00"), "utf-8")
    _build(project)

    assert _note(project, "2026-01-15T14:59:59+00:00")
    assert _note(project, "2026-01-15T15:00:00+00:00") is None


def test_what_is_dated_later_than_now(project: Path) -> None:
    """The warning goes away with time, so the note holds for its own moment alone."""
    check = project / "content/articles/2025/bridge-length.md"
    check.write_text(
        check.read_text("utf-8").replace("authors:", "status: draft\nupdated: 2026-01-15T18:00:00+00:00\nauthors:")
    )
    _build(project)
    note = _note(project)

    assert note
    assert "later than now" in "".join(problem.message for problem in note.problems)
    assert _note(project, "2026-01-15T12:00:01+00:00") is None
