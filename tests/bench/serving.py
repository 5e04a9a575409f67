"""Runs `invoke serve` as a process of its own, with a browser before it."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import msgspec
from devtools import Page, browser
from measure import Failed, reap
from msgspec import Struct
from progress import say
from sites import NOW, Site

_PATIENCE = 900.0
_LOOK_AGAIN = 0.02
_LOOK = """
addEventListener("DOMContentLoaded", () => {
  const loaded = performance.timeOrigin + performance.now();
  new PerformanceObserver((entries) => {
    for (const paint of entries.getEntriesByName("first-contentful-paint")) {
      const painted = Math.max(loaded, performance.timeOrigin + paint.startTime);
      const edits = document.body.innerText.match(/Edited for measurement \\d+\\./g) ?? [];
      shown(JSON.stringify({loaded, painted, edits}));
    }
  }).observe({type: "paint", buffered: true});
});
"""
"""Runs in each new document before the page's own scripts; `shown` reaches us."""


class Shown(Struct, frozen=True):
    """What a document told, in milliseconds since 1970."""

    loaded: float
    """When it ran its `DOMContentLoaded`."""
    painted: float
    """When the browser had painted its text as well."""
    edits: list[str]


class Served(Struct, frozen=True):
    """A preview that serves, and the page that a browser has open."""

    page: Page
    session: int
    """The session of its processes."""
    took: float
    """So many milliseconds after the start of the command the page was there."""

    def shown(self, text: str = "") -> Shown:
        """Wait for a document that holds a text."""
        told = None
        while told is None or (text and text not in told.edits):
            try:
                told = msgspec.json.decode(self.page.wait("Runtime.bindingCalled", _PATIENCE)["payload"], type=Shown)
            except Failed as failure:
                raise Failed(f"the page does not show {text!r}: {failure}") from None
        return told


@contextmanager
def serving(folder: Path, site: Site, path: str, text: str) -> Iterator[Served]:
    """Start the preview, open a page of it as soon as that holds a text; end both in the end."""
    address = f"127.0.0.1:{_free_port()}"
    invoke, content = site.command[0], str(site.folder / "content")
    command = [invoke, "serve", "--content", content, "--port", address.partition(":")[2], "--now", NOW]
    log = folder / f"logs/{site.count} preview.txt"
    log.parent.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=site.at, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
    try:
        _await(process, log, address, path, text)
        took = (time.perf_counter() - began) * 1000
        say(f"  first page after {took:.0f} ms")
        with browser(folder / "browser") as page:
            served = Served(page, process.pid, took)
            _open(page, f"http://{address}{path}")
            served.shown()
            yield served
    finally:
        _end(process)
        reap(command)


def _await(process: subprocess.Popen[bytes], log: Path, address: str, path: str, text: str) -> None:
    """Wait until the command says where it serves, and a page that holds a text is there."""
    end = time.monotonic() + _PATIENCE
    while f"Preview at http://{address}/" not in log.read_text("utf-8") or text not in _get(address, path):
        if process.poll() is not None or time.monotonic() > end:
            raise Failed(f"invoke serve does not serve; see {log}")
        time.sleep(_LOOK_AGAIN)


def _get(address: str, path: str) -> str:
    connection = HTTPConnection(address, timeout=_PATIENCE)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()


def _open(page: Page, address: str) -> None:
    page.call("Page.enable")
    page.call("Runtime.enable")
    page.call("Runtime.addBinding", name="shown")
    page.call("Page.addScriptToEvaluateOnNewDocument", source=_LOOK)
    page.call("Page.navigate", url=address)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the command as Ctrl-C does; what does not follow is killed."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
