"""What the figures were measured on."""

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

_NAMES = {"hugo": "Hugo", "stock": "Stock Pelican"}


def describe_load() -> str:
    """Tell whether other work ran beside."""
    return f"{os.getloadavg()[0]:.1f} before the first run (near 0: nothing else ran)"


def describe(bench: Path, tools: list[str], load: str, browser: str | None) -> str:
    """List machine, versions and date."""
    cpu = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    memory = re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text("utf-8"))
    facts = {
        "Date": datetime.now(UTC).date().isoformat(),
        "Processor": f"{cpu[1] if cpu else platform.machine()}, {len(os.sched_getaffinity(0))} cores",
        "Memory": f"{int(memory[1]) * 1024 / 1e9:.0f} GB" if memory else "unknown",
        "System": f"{platform.system()} {platform.release()}, files on {_file_system(bench)}",
        "Load": load,
        "Plumbline": f"{_revision()}, Python {platform.python_version()}",
        **{_NAMES[name]: version(bench, name) for name in tools if name in _NAMES},
        **({"Browser": _answer([browser, "--version"])} if browser else {}),
    }
    return "\n".join(f"- {name}: {fact}" for name, fact in facts.items())


def version(bench: Path, tool: str) -> str:
    """Name the version of a tool that stands in an environment of its own."""
    python, package = bench / f"tools/{tool}/bin/python", {"stock": "pelican"}.get(tool, tool)
    program = f"from importlib.metadata import version as v; print({package!r}, v({package!r}), '(package of PyPI)')"
    return _answer([str(python), "-c", program])


def _revision() -> str:
    here = str(Path(__file__).parent)
    revision = _answer(["git", "-C", here, "rev-parse", "--short", "HEAD"])
    return revision + (" with changes" if _answer(["git", "-C", here, "status", "--porcelain"]) else "")


def _file_system(folder: Path) -> str:
    return _answer(["df", "--output=fstype", str(folder)]).rpartition("\n")[2]


def _answer(command: list[str]) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""
