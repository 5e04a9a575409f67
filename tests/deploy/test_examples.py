"""The workflows in docs/hosting: well formed, and every command in them is one that we have."""

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

import tasks

ROOT = Path(__file__).parents[2]
HOSTING = ROOT / "docs/hosting"
WORKFLOWS = sorted(path.name for path in HOSTING.glob("*.yml"))


def _workflow(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((HOSTING / name).read_text("utf-8"))
    return read


def _commands(name: str) -> list[str]:
    if name.endswith(".toml"):
        lines = tomllib.loads((HOSTING / name).read_text("utf-8"))["build"]["command"].split(" && ")
    else:
        lines = [step["run"] for step in _workflow(name)["jobs"]["publish"]["steps"] if "run" in step]
    return [re.sub(r"\$\{\{.*?\}\}", "value", line) for line in lines]


@pytest.mark.parametrize("name", [*WORKFLOWS, "netlify.toml"])
def test_every_command_is_one_of_ours(name: str) -> None:
    invoked = [shlex.split(line)[1:] for line in _commands(name) if line.startswith(".venv/bin/invoke")]

    assert [words[0] for words in invoked] == ["check", "build", "deploy"]
    for command, *words in invoked:
        known = {flag for one in tasks.namespace[command].get_arguments() for flag in one.names}
        flags = {word.removeprefix("--").replace("-", "_") for word in words if word.startswith("--")}
        assert flags <= known
    assert invoked[0] == ["check"]
    assert "--yes" in invoked[2]


@pytest.mark.parametrize("name", [*WORKFLOWS, "netlify.toml"])
def test_every_file_that_is_made_or_installed_from_is_there(name: str) -> None:
    text = (HOSTING / name).read_text("utf-8")
    for file in re.findall(r"-r (\S+)", text):
        assert (ROOT / file).exists()
    assert ".venv/run.done" in text
    assert "$(VENV)/run.done:" in (ROOT / "Makefile").read_text("utf-8")


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_queue_and_may_do_no_more_than_they_must(name: str) -> None:
    workflow = _workflow(name)

    assert workflow["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    assert workflow["permissions"]["contents"] == "read"
    assert set(workflow["permissions"]) <= {"contents", "pages", "id-token"}


def test_pages_keeps_the_files_that_begin_with_a_dot() -> None:
    steps = _workflow("github-pages.yml")["jobs"]["publish"]["steps"]
    [upload] = [step for step in steps if step.get("uses", "").startswith("actions/upload-pages-artifact")]

    assert upload["with"] == {"path": "public", "include-hidden-files": True}
