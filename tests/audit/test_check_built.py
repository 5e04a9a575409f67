"""`invoke check --built`, as people run it."""

import json
import os
import subprocess
import sys
from pathlib import Path

from audit.site import write

ROOT = Path(__file__).parents[2]


def _check(site: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "check", "--built", "--output", str(site), *flags]
    environment = {**os.environ, "GITHUB_ACTIONS": ""}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_good_site(tmp_path: Path) -> None:
    result = _check(write(tmp_path))

    assert (result.returncode, result.stdout, result.stderr) == (0, "no problems\n", "")


def test_a_dead_link_stops(tmp_path: Path) -> None:
    site = write(tmp_path, "feeds/all.rss.xml", 'href="https://x.example/checks/new/#src-a"', 'href="#src-a"')

    result, data = _check(site), _check(site, "--format", "json")

    assert (result.returncode, data.returncode) == (1, 1)
    assert f"{site}/feeds/all.rss.xml:14:1: error [FragmentLink] A link within the page: #src-a" in result.stdout
    assert result.stdout.splitlines()[1].startswith("    fix: ")
    assert "FragmentLink" in {one["code"] for one in json.loads(data.stdout)}


def test_nothing_built_is_a_wrong_use(tmp_path: Path) -> None:
    result = _check(tmp_path / "nowhere")

    assert result.returncode == 2
    assert "run `invoke build` first" in result.stderr
