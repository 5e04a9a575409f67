"""The tools that judge a built site: Chromium told what to do by Node, and the Nu HTML checker, which is a Java program."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
NODE = shutil.which("node")
JAVA = shutil.which("java")
PATIENCE = 300
"""Seconds after which a tool has surely gone astray."""

_WAYS = {
    "chromium": (CHROMIUM, "no Chromium here: sudo apt-get install chromium"),
    "node": (NODE, "no Node here: sudo apt-get install nodejs npm"),
    "java": (JAVA, "no Java here: sudo apt-get install default-jre-headless"),
    "packages": ((PACKAGES / ".done").exists(), "tests/web/node_modules is not there: make test"),
}
"""What there is of what is needed, and how to get it."""


def _needs(*names: str) -> pytest.MarkDecorator:
    """Skip a test, with the way to what it needs, where that is not there."""
    lacking = [reason for there, reason in map(_WAYS.__getitem__, names) if not there]
    return pytest.mark.skipif(bool(lacking), reason="; ".join(lacking) or "nothing is lacking")


needs_chromium = _needs("chromium")
needs_browser_tools = _needs("chromium", "node", "packages")
needs_node_packages = _needs("node", "packages")
needs_checker = _needs("java", "packages")


def node(script: str, *given: str) -> Any:
    """Run one of the scripts beside this file; give what it prints."""
    return _run(str(NODE), str(HERE / script), *given)


def nu(files: Iterable[Path]) -> list[dict[str, Any]]:
    """Have the Nu HTML checker read HTML, CSS and SVG; give its messages, errors and warnings alike."""
    jar = PACKAGES / "vnu-jar/build/dist/vnu.jar"
    flags = ("--Werror", "--skip-non-html", "--also-check-css", "--also-check-svg", "--format", "json", "--stdout")
    messages: list[dict[str, Any]] = _run(str(JAVA), "-jar", str(jar), *flags, *map(str, files))["messages"]
    return messages


def _run(*command: str) -> Any:
    """Run a program that prints JSON, whatever it thinks of what it judged; what goes wrong in it is shown."""
    environment = {**os.environ, "CHROMIUM": str(CHROMIUM)}
    ended = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False, env=environment)
    assert ended.stdout, ended.stderr
    return json.loads(ended.stdout)
