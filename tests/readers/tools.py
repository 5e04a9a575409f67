"""The readers of feeds that judge a built site, and how they are run: programs of Debian, each in a home of its own."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
PATIENCE = 60
"""Seconds after which a program has surely gone astray."""
_PROGRAMS = ("newsboat", "sfeed", "r2e", "xmllint", "curl")
_LACKING = [name for name in _PROGRAMS if not shutil.which(name)] + ([] if NGINX else ["nginx"])

needs_readers = pytest.mark.skipif(bool(_LACKING), reason=f"no {', '.join(_LACKING)} here: make tools")


def run(home: Path, *command: str, given: bytes = b"") -> str:
    """Run a program in its home, which is all that it knows of its user; give what it prints."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home),
        "LANG": "C.UTF-8",
    }
    ended = subprocess.run(
        command, input=given, cwd=home, env=environment, capture_output=True, timeout=PATIENCE, check=False
    )
    assert ended.returncode == 0, ended.stderr.decode()
    return ended.stdout.decode()
