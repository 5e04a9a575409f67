"""Machines on loopback: a hub that behaves as it is told, and a site that shows a folder."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import parse_qs

HANG, DROP = 0, -1
"""In place of a status: say nothing, or hang up."""


class Hub:
    """Answers each ping with the next of its `answers`, then with 204; `heard` has the forms as they came."""

    def __init__(self) -> None:
        self.answers: deque[int] = deque()
        self.heard: list[dict[str, list[str]]] = []
        self.address = ""
        self.over = Event()

    @property
    def topics(self) -> list[str]:
        return [form["hub.url"][0] for form in self.heard]


class _HubHandler(BaseHTTPRequestHandler):
    def __init__(self, hub: Hub, *given: object) -> None:
        self._hub = hub
        super().__init__(*given)  # type: ignore[arg-type]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        status = self._hub.answers.popleft() if self._hub.answers else 204
        self._hub.heard.append(parse_qs(body) | {"type": [self.headers["Content-Type"]]})
        if status == HANG:
            self._hub.over.wait()
        elif status == DROP:
            self.close_connection = True
        else:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


class _SiteHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep quiet."""


class _Server(ThreadingHTTPServer):
    request_queue_size = 64


@contextmanager
def hub() -> Iterator[Hub]:
    made = Hub()
    with _serving(partial(_HubHandler, made)) as address:
        made.address = f"{address}/hub"
        yield made
        made.over.set()


@contextmanager
def site(folder: Path) -> Iterator[str]:
    with _serving(partial(_SiteHandler, directory=str(folder))) as address:
        yield address


@contextmanager
def _serving(handler: object) -> Iterator[str]:
    with _Server(("127.0.0.1", 0), handler) as server:  # type: ignore[arg-type]
        server.daemon_threads = True
        server.block_on_close = False
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
