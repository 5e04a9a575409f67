"""`invoke check`, as people run it: what it prints, and its exit code."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from entered import enter

ROOT = Path(__file__).parents[2]
BAD_COPY = ROOT / "tests" / "bad_copy"
NOW = "2025-12-01T12:00:00+00:00"


def copy(folder: Path, case: str = "", now: str = NOW) -> Path:
    content = folder / "content"
    shutil.copytree(BAD_COPY / "_good", content)
    if case:
        shutil.copytree(BAD_COPY / case, content, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    enter(content, now)
    return content


def check(content: Path, *flags: str, now: str = NOW, github: bool = False) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    if github:
        env["GITHUB_ACTIONS"] = "true"
    command = [sys.executable, "-m", "invoke", "check", "--content", str(content), "--now", now, *flags]
    ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert "Traceback" not in ran.stdout + ran.stderr
    return ran


def test_good_copy(tmp_path: Path) -> None:
    ran = check(copy(tmp_path))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "2 fact-checks, no problems\n", "")


def test_errors_exit_1(tmp_path: Path) -> None:
    content = copy(tmp_path, "unused-source/declared-only")
    ran = check(content)
    assert ran.returncode == 1
    assert ran.stdout == (
        f"{content}/articles/2025/bridge-length.md:11:3: error [unused-source] "
        "Source 2 (`gazette-2025-03-04-bridge`) is declared but never cited.\n"
        "    fix: cite it with [2], or move it to `also_consulted:`\n1 error\n"
    )


def test_warnings_exit_0_and_under_strict_1(tmp_path: Path) -> None:
    content = copy(tmp_path, "review-due/passed")
    assert check(content).returncode == 0
    strict = check(content, "--strict")
    assert strict.returncode == 1
    assert strict.stdout.endswith("\n1 warning\n")


def test_json_is_json_and_nothing_else(tmp_path: Path) -> None:
    ran = check(copy(tmp_path, "review-due/passed"), "--format", "json")
    (problem,) = json.loads(ran.stdout)
    assert (problem["code"], problem["severity"], problem["place"]["line"]) == ("review-due", "warning", 8)
    assert check(tmp_path / "content", "--format", "json", now="2025-11-30").stdout == "[]\n"


def test_github_is_chosen_where_github_runs(tmp_path: Path) -> None:
    content = copy(tmp_path, "review-due/passed")
    asked = check(content, "--format", "github")
    assert asked.stdout.startswith("::warning file=")
    assert check(content, github=True).stdout == asked.stdout
    assert check(content, "--format", "text", github=True).stdout == check(content).stdout


def test_drafts_are_judged_when_asked(tmp_path: Path) -> None:
    content = copy(tmp_path, "unknown-person/draft-warns-only")
    assert check(content).returncode == 0
    assert check(content, "--drafts").returncode == 1


@pytest.mark.parametrize("value", ["xml", "", "TEXT"])
def test_an_unknown_format_exits_2(value: str, tmp_path: Path) -> None:
    ran = check(copy(tmp_path), f"--format={value}")
    assert ran.returncode == 2
    assert "text, github, json" in ran.stderr


@pytest.mark.parametrize(
    "value", ["nonsense", "2025-02-30", "2025-13-01", "1764590400", "0001-01-01", "9999-12-31T23:59:59-05:00"]
)
def test_a_clock_that_does_not_exist_exits_2(value: str, tmp_path: Path) -> None:
    ran = check(copy(tmp_path), now=value)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert value in ran.stderr


def test_the_clock_moves_what_is_held_and_due(tmp_path: Path) -> None:
    content = copy(tmp_path, now="2025-06-15T00:00:00+00:00")
    assert check(content, now="2025-06-15").stdout.startswith("1 fact-check, no problems\n")
    due = check(content, now="2025-07-02")
    assert due.returncode == 0
    assert due.stdout.endswith("\n1 warning\n")
    assert "bridge-length.md:2:1: warning [not-in-ledger]" in due.stdout
    enter(content, "2025-07-02T00:00:00+00:00")
    assert check(content, now="2025-07-02").stdout == "2 fact-checks, no problems\n"
    assert check(content, now="2025-01-01").returncode == 1


@pytest.mark.parametrize("name", ["nowhere", "publication.yaml"])
def test_a_folder_that_is_none_is_a_problem(name: str, tmp_path: Path) -> None:
    ran = check(copy(tmp_path) / name)
    assert ran.returncode == 1
    assert "[empty-publication] There is no such folder." in ran.stdout


def test_it_writes_nothing(tmp_path: Path) -> None:
    content = copy(tmp_path, "unused-source/declared-only")

    def state() -> dict[str, tuple[int, bytes]]:
        files = (path for path in tmp_path.rglob("*") if path.is_file())
        return {path.as_posix(): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    before = state()
    check(content)
    assert state() == before
