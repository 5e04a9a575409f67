"""Runs a command as a whole and measures it: wall time, processor time, memory. Linux only.

Processor time is what the kernel adds up over all processes of the command, those too that it left to
others: while it runs, we are the parent of its orphans. Memory is measured in runs of their own, since reading
it slows the command down: about every 50 ms the proportional share (Pss) of all processes of the command's
session is summed up, so that a page that several processes share counts once.
"""

import ctypes
import os
import shlex
import signal
import subprocess
import threading
import time
from pathlib import Path

from msgspec import Struct

INTERVAL = 0.05
START = "$ "
"""With it and the command a run begins in the log."""
_GRACE = 5.0
_CHILD_SUBREAPER = 36


class Failed(Exception):
    """The command did not do what it was asked to."""


class Run(Struct, frozen=True):
    """What one run of a command took; memory in bytes."""

    wall: float
    cpu: float
    largest: int
    """Peak resident set of its largest process (`ru_maxrss`)."""
    memory: int
    """Peak of the summed proportional shares; 0 if it was not weighed."""


def run(command: list[str], folder: Path, log: Path, *, weigh: bool = False) -> Run:
    """Run a command to its end, its output appended to a log."""
    _adopt_orphans()
    os.sync()  # what others left to be written is not this command's burden
    with log.open("ab") as output:
        output.write(f"{START}{shlex.join(command)}\n".encode())
        output.flush()
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=_usual(), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            start_new_session=True,
        )  # fmt: skip
        scale = Scale(process.pid) if weigh else None
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            memory = scale.stop() if scale else 0
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    usages = [usage, *reap(command)]
    if process.returncode:
        raise Failed(f"{' '.join(command)} ended with {process.returncode}; see {log}")
    cpu = sum(one.ru_utime + one.ru_stime for one in usages)
    return Run(wall, cpu, max(one.ru_maxrss for one in usages) * 1024, memory)


def _usual() -> dict[str, str]:
    """Give the environment as editors have it: Python keeps what it compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Scale:
    """Weighs all processes of a session until it is stopped."""

    def __init__(self, session: int) -> None:
        """Start weighing."""
        self.session = session
        self.peak = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """End weighing; give the peak in bytes."""
        self._stopped.set()
        self._thread.join()
        return self.peak

    def _watch(self) -> None:
        while not self._stopped.wait(INTERVAL):
            self.peak = max(self.peak, weight(self.session))


def weight(session: int) -> int:
    """Sum up what the processes of a session take now, in bytes."""
    return sum(_share(pid) for pid in _members(session))


def _members(session: int) -> list[str]:
    found = []
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            fields = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        if fields[3] == str(session):
            found.append(folder.name)
    return found


def _share(pid: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0  # it has ended
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _adopt_orphans() -> None:
    if ctypes.CDLL(None, use_errno=True).prctl(_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


def reap(command: list[str]) -> list[object]:
    """Wait for the processes that a command left behind."""
    usages, end = [], time.monotonic() + _GRACE
    while time.monotonic() < end:
        try:
            pid, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return usages
        if pid:
            usages.append(usage)
        else:
            time.sleep(0.01)
    raise Failed(f"{' '.join(command)} left processes running")
