"""The commands, run as people run them: in a copy of the project, in a process of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import build as toy_site
import pytest

from plugins.audit.audit import audit

ROOT = Path(__file__).parents[1]
NOW = ["--now", "2026-11-24"]
EPOCH = "1795521600"  # the same day, for the bare command


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the project, without what was made."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in ("plugins", "theme", "content"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py", "tasks.py"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def _run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder, env={**os.environ, "GITHUB_ACTIONS": "", "SOURCE_DATE_EPOCH": EPOCH, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def _invoke(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return _run(folder, "invoke", *command, **environment)


def _state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.relative_to(folder.resolve()).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.resolve().rglob("*")
        if path.is_file()
    }


def test_second_build_writes_nothing(project: Path) -> None:
    first = _invoke(project, "build", *NOW)
    before = _state(project / "output")
    second = _invoke(project, "build", *NOW)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "nothing changed" in second.stdout
    assert _state(project / "output") == before


def test_a_deleted_source_stops_the_build_and_keeps_the_output(project: Path) -> None:
    _invoke(project, "build", *NOW)
    before = _state(project / "output")
    sources = project / "content/sources/canada-trade-2025.yaml"
    source_id = next(line for line in sources.read_text("utf-8").splitlines() if line and line[0] not in "# ").rstrip(
        ":"
    )
    sources.write_text(_without(sources.read_text("utf-8"), source_id), "utf-8")

    result = _invoke(project, "build", *NOW)

    declarations = [
        f"content/{path.relative_to(project / 'content').as_posix()}:{number}:"
        for path in sorted((project / "content/articles").rglob("*.md"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if source_id in line and line.startswith("  ")
    ]
    assert result.returncode == 1
    assert declarations
    for declaration in declarations:
        line = next(line for line in result.stdout.splitlines() if line.startswith(declaration))
        assert f"error [unknown-source-id] There is no source `{source_id}`" in line
    assert result.stdout.count("    fix: ") == result.stdout.count("[unknown-source-id]")
    assert "Traceback" not in result.stdout + result.stderr
    assert _state(project / "output") == before


def _without(text: str, source_id: str) -> str:
    lines, keep = [], True
    for line in text.splitlines(keepends=True):
        if not line.startswith((" ", "#", "\n")):
            keep = not line.startswith(f"{source_id}:")
        if keep:
            lines.append(line)
    return "".join(lines)


def test_bare_pelican_gives_the_same_pages(project: Path, tmp_path: Path) -> None:
    _invoke(project, "build", *NOW)
    elsewhere = tmp_path / "somewhere"
    bare = _run(project, "pelican", "content", "-s", "pelicanconf.py", "-o", str(elsewhere))

    assert bare.returncode == 0, bare.stdout + bare.stderr
    assert toy_site.tree(elsewhere.resolve()) == toy_site.tree((project / "output").resolve())


def test_bare_pelican_from_another_folder(project: Path, tmp_path: Path) -> None:
    bare = _run(
        tmp_path, "pelican", str(project / "content"), "-s", str(project / "pelicanconf.py"), "-o", str(tmp_path / "x")
    )

    assert bare.returncode == 0, bare.stdout + bare.stderr
    assert (tmp_path / "x/index.html").is_file()


def test_bare_pelican_stops_at_bad_copy(project: Path, tmp_path: Path) -> None:
    page = next((project / "content/articles").rglob("*.md"))
    page.write_text(page.read_text("utf-8") + "\nAnd more [99].\n", "utf-8")

    bare = _run(project, "pelican", "content", "-s", "pelicanconf.py", "-o", str(tmp_path / "x"))

    assert bare.returncode == 1
    assert "error [unknown-source] Mark [99]" in bare.stdout
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("file", "spoiled"),
    [
        ("plugins/topics/__init__.py", "raise ImportError('broken')\n"),
        ("plugins/topics/room.py", "import nothing_of_that_name\n"),
        ("plugins/feeds/__init__.py", "def register():\n    raise RuntimeError('broken')\n"),
        ("plugins/intake/__init__.py", "def register():\n    raise RuntimeError('broken')\n"),
        ("plugins/press/__init__.py", "raise ImportError('broken')\n"),
    ],
)
def test_a_room_that_cannot_be_set_up_stops_pelican(project: Path, tmp_path: Path, file: str, spoiled: str) -> None:
    (project / file).write_text(spoiled)

    bare = _run(project, "pelican", "content", "-s", "pelicanconf.py", "-o", str(tmp_path / "x"))

    assert bare.returncode == 1, bare.stdout + bare.stderr
    assert not (tmp_path / "x").exists()


def test_builds_are_reproducible(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "quite/another folder"
    shutil.copytree(project, other)
    here = _invoke(project, "build", *NOW, PYTHONHASHSEED="1", TZ="Asia/Kathmandu", LC_ALL="C", LANG="C")
    there = _invoke(other, "build", *NOW, PYTHONHASHSEED="2", TZ="America/St_Johns", LC_ALL="C.UTF-8")

    assert (here.returncode, there.returncode) == (0, 0), here.stderr + there.stderr
    assert toy_site.tree((project / "output").resolve()) == toy_site.tree((other / "output").resolve())


def test_a_base_with_a_path(project: Path) -> None:
    result = _invoke(project, "build", *NOW, "--base", "https://news.example/checks-desk")
    folder = (project / "output").resolve()

    assert result.returncode == 0, result.stderr
    assert audit(folder) == []
    assert b"https://news.example/checks-desk/checks/" in (folder / "feeds/all.rss.xml").read_bytes()
    assert b"plumbline.example/checks" not in (folder / "feeds/all.rss.xml").read_bytes()


def test_wrong_use_is_told_apart(project: Path) -> None:
    (project / "output").mkdir()
    (project / "output/mine.txt").write_text("mine")
    in_the_way = _invoke(project, "build", *NOW)
    no_date = _invoke(project, "build", "--now", "yesterday")

    assert in_the_way.returncode == 2
    assert "Move it away" in in_the_way.stderr
    assert no_date.returncode == 2
    assert "Traceback" not in in_the_way.stderr + no_date.stderr


def test_without_pagefind_nothing_is_published(project: Path) -> None:
    """A module of the same name hides the real one."""
    (project / "pagefind_bin.py").write_text("def get_executable():\n    raise FileNotFoundError('pagefind')\n")
    without = _invoke(project, "build", *NOW)

    assert without.returncode == 2
    assert "Pagefind, which makes the search index, is not installed: pip install -r " in without.stderr
    assert not (project / "output").exists()
    assert _invoke(project, "build", *NOW, "--keep-index").returncode == 0


def test_our_bug_is_ours(project: Path) -> None:
    (project / "plugins/topics/room.py").write_text("def pages(site):\n    raise KeyError('oops')\n")

    result = _invoke(project, "build", *NOW)

    assert result.returncode == 3
    assert "not your fault" in result.stderr
    assert "oops" in (project / "plumbline-crash.txt").read_text()


def test_a_process_that_the_system_ends_is_no_bug(project: Path) -> None:
    with (project / "plugins/press/making.py").open("a") as making:
        making.write(
            "\n\n_made = make\n\n\ndef make(making, task):\n    import multiprocessing, os\n"
            "    if multiprocessing.parent_process():\n        os.kill(os.getpid(), 9)\n    return _made(making, task)\n"
        )

    result = _invoke(project, "build", *NOW, "--jobs", "2")

    assert result.returncode == 2
    assert "for want of memory" in result.stderr
    assert "The last release is untouched." in result.stderr
    assert not (project / "plumbline-crash.txt").exists()


def test_held_copy_is_announced(project: Path) -> None:
    result = _invoke(
        project, "build", "--content", str(toy_site.SITE / "content"), "--now", "2025-06-01T12:00:00+00:00"
    )

    assert result.returncode == 0, result.stdout + result.stderr
    assert "Held until 2030-01-01T00:00:00-05:00" in result.stdout
