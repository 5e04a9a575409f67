"""A real browser, told what to do over the DevTools protocol through a pipe.

Chromium reads commands on its file 3 and answers on its file 4: JSON, a zero byte after each. No port is opened,
and no client for web sockets is needed. All that it writes stands in one folder, removed at the end.
"""

import fcntl
import json
import os
import select
import shutil
import signal
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from measure import Failed

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 60.0
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
)  # fmt: skip
_FREE = 10
"""Our ends of the pipes are numbered from here, out of the way of 3 and 4."""


class Page:
    """The one page of a browser."""

    def __init__(self, to: int, come_from: int) -> None:
        """Take hold of it; commands go to one end of a pipe, answers and events come from another."""
        self._to = to
        self._from = come_from
        self._number = 0
        self._heard = b""
        self._events: deque[dict[str, Any]] = deque()
        self._session: dict[str, str] = {}
        pages = self.call("Target.getTargets", filter=[{"type": "page"}])["targetInfos"]
        held = self.call("Target.attachToTarget", targetId=pages[0]["targetId"], flatten=True)
        self._session = {"sessionId": held["sessionId"]}

    def call(self, method: str, **given: object) -> dict[str, Any]:
        """Tell it something; give its answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": given, **self._session}
        os.write(self._to, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + PATIENCE
        while (answer := self._next(end, method)).get("id") != self._number:
            self._events.append(answer)
        if "error" in answer:
            raise Failed(f"the browser refuses {method}: {answer['error']['message']}")
        return answer["result"]

    def wait(self, event: str, patience: float = PATIENCE) -> dict[str, Any]:
        """Wait until something happens; give what is told of it."""
        end = time.monotonic() + patience
        while True:
            told = self._events.popleft() if self._events else self._next(end, event)
            if told.get("method") == event:
                return told["params"]

    def _next(self, end: float, what: str) -> dict[str, Any]:
        while b"\0" not in self._heard:
            if not select.select([self._from], [], [], max(0.0, end - time.monotonic()))[0]:
                raise Failed(f"the browser told of no {what} in time")
            read = os.read(self._from, 1 << 16)
            if not read:
                raise Failed(f"the browser ended at {what}")
            self._heard += read
        message, _, self._heard = self._heard.partition(b"\0")
        return json.loads(message)


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """Start a browser with a fresh profile; in the end kill it, whatever it does."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (commands, to), (come_from, answers) = _pipe(), _pipe()
    process = _start(folder, commands, answers)
    os.close(commands)
    os.close(answers)
    try:
        yield Page(to, come_from)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(to)
        os.close(come_from)
        shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path, commands: int, answers: int) -> int:
    """Start Chromium in a session of its own, with the pipes as its files 3 and 4."""
    assert CHROMIUM
    log = (os.POSIX_SPAWN_OPEN, 1, folder / "log.txt", os.O_WRONLY | os.O_CREAT, 0o600)
    ends = [(os.POSIX_SPAWN_DUP2, old, new) for old, new in ((commands, 3), (answers, 4), (1, 2))]
    homes = dict.fromkeys(("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(folder))
    command = [CHROMIUM, *_FLAGS, f"--user-data-dir={folder / 'profile'}", "about:blank"]
    return os.posix_spawn(CHROMIUM, command, {**os.environ, **homes}, file_actions=[log, *ends], setsid=True)


def _pipe() -> tuple[int, int]:
    """Make a pipe that no other process inherits: the end to read, the end to write."""
    ends = os.pipe()
    reader, writer = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _FREE) for end in ends)
    for end in ends:
        os.close(end)
    return reader, writer
