"""The preview: what readers would see now, and the problems of the copy, renewed at every change.

Served on this machine only. A script that no published page carries is put into each HTML page on its way
out: it listens for news (server-sent events), reloads the page where it was, and shows problems.
"""

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from msgspec import Struct

from plugins.core.problems import Problem
from plugins.intake.report import text_lines

EVENTS = "/_preview/events"
SCRIPT = "/_preview/script.js"
_TAG = f'<script src="{SCRIPT}"></script>'.encode()
_BODY_END = b"</body>"
PING = 15.0
"""After so many seconds without news a listener is written to, so that one who left is noticed."""

_JAVASCRIPT = """
const place = "plumbline:" + location.pathname;
addEventListener("load", () => {
  const top = sessionStorage.getItem(place);
  if (top !== null) scrollTo(0, Number(top));
  sessionStorage.removeItem(place);
});
const news = new EventSource("%s");
let seen = null;
news.onmessage = (message) => {
  const now = JSON.parse(message.data);
  if (seen !== null && now.version !== seen) {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
    return;
  }
  seen = now.version;
  document.getElementById("plumbline-problems")?.remove();
  if (!now.problems.length) return;
  const box = document.createElement("pre");
  box.id = "plumbline-problems";
  box.setAttribute("role", "status");
  box.textContent = now.problems.join("\\n");
  box.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:45vh;overflow:auto;margin:0;padding:1em;z-index:9;" +
    "background:#2b1111;color:#fff;font:13px/1.5 monospace;white-space:pre-wrap";
  document.body.append(box);
};
"""


class News(Struct, frozen=True):
    """The state of the preview: `version` grows when pages changed; problems as an editor reads them."""

    version: int
    problems: tuple[str, ...]


class Board:
    """Where the newest news hangs, and where listeners wait for newer."""

    def __init__(self) -> None:
        """Begin with nothing built."""
        self._changed = threading.Condition()
        self.news = News(0, ())
        self.closed = False

    def pin(self, *, pages_changed: bool, problems: Sequence[Problem]) -> None:
        """Hang up what a build found."""
        lines = tuple(line for problem in problems for line in text_lines(problem))
        with self._changed:
            self.news = News(self.news.version + pages_changed, lines)
            self._changed.notify_all()

    def close(self) -> None:
        """Let all listeners go."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def stream(self) -> Iterator[News]:
        """Give the news, then each newer one; the same again as a sign of life."""
        while not self.closed:
            news = self.news
            yield news
            with self._changed:
                self._changed.wait_for(lambda: self.closed or self.news is not news, PING)  # noqa: B023 (called here)


class Server(ThreadingHTTPServer):
    """Serves a folder with the news on this machine."""

    daemon_threads = True

    def __init__(self, folder: Path, board: Board, port: int = 0) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one."""
        self.board = board
        super().__init__(("127.0.0.1", port), partial(Handler, directory=str(folder)))

    @property
    def address(self) -> str:
        """Where the preview is read."""
        return f"http://127.0.0.1:{self.server_address[1]}/"


class Handler(SimpleHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Answer with news, the script, a page with the script in it, or a file."""
        path = self.path.partition("?")[0]
        if path == EVENTS:
            self._stream()
        elif path == SCRIPT:
            self._answer((_JAVASCRIPT % EVENTS).encode(), "text/javascript")
        elif (page := self._page(path)) is not None:
            self._answer(page.read_bytes().replace(_BODY_END, _TAG + _BODY_END), "text/html")
        else:
            super().do_GET()

    def _page(self, path: str) -> Path | None:
        file = Path(self.translate_path(path))
        file = file / "index.html" if path.endswith("/") else file
        return file if file.suffix == ".html" and file.is_file() else None

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _stream(self) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            for news in self.server.board.stream():
                data = json.dumps({"version": news.version, "problems": news.problems})
                self.wfile.write(f"data: {data}\n\n".encode())
                self.wfile.flush()
        except OSError:  # the reader went away
            return

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002 (the base class's name)
        """Say nothing; the terminal is for problems."""


def keep_fresh(board: Board, changes: Iterable[object], build: Callable[[], tuple[bool, Sequence[Problem]]]) -> None:
    """Build now and at every change; `build` gives whether pages changed, and the problems."""
    _renew(board, build)
    for _ in changes:
        _renew(board, build)
    board.close()


def _renew(board: Board, build: Callable[[], tuple[bool, Sequence[Problem]]]) -> None:
    pages_changed, problems = build()
    board.pin(pages_changed=pages_changed, problems=problems)
