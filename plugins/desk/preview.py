"""The preview: what readers would see now, and the problems of the copy, renewed at every change.

Served on this machine only. A script that no published page carries is put into each HTML page on its way
out: it listens for news (server-sent events), reloads the page where it was, and shows problems.
"""

import json
import threading
from collections.abc import Callable, Iterable, Iterator
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote

from plugins.core import addresses
from plugins.desk.live import Live
from plugins.intake.report import text_lines

EVENTS = "/_preview/events"
SCRIPT = "/_preview/script.js"
_TAG = f'<script src="{SCRIPT}" data-look="%s"></script>'
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
const news = new EventSource("EVENTS?" + document.currentScript.dataset.look);
news.onmessage = (message) => {
  const now = JSON.parse(message.data);
  if (now.reload) {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
    return;
  }
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
""".replace("EVENTS", EVENTS)


class Board:
    """Where news hangs out, and where listeners wait for it."""

    def __init__(self) -> None:
        """Begin."""
        self._changed = threading.Condition()
        self._count = 0
        self.closed = False

    def ring(self) -> None:
        """Tell that there is news."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Let all listeners go."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def rings(self) -> Iterator[int]:
        """Go round at once, then at each ring; now and then without one, as a sign of life."""
        while not self.closed:
            heard = self._count
            yield heard
            with self._changed:
                self._changed.wait_for(lambda: self.closed or self._count != heard, PING)  # noqa: B023 (called here)


class Server(ThreadingHTTPServer):
    """Serves the pages, and the news about them, on this machine."""

    daemon_threads = True

    def __init__(self, live: Callable[[], Live], board: Board, port: int = 0) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one. `live` is called when that one is not taken."""
        self.board = board
        super().__init__(("127.0.0.1", port), Handler)
        self.live = live()

    @property
    def address(self) -> str:
        """Where the preview is read."""
        return f"http://127.0.0.1:{self.server_address[1]}{self.live.root}/"


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Answer with news, the script, a page with the script in it, or a file."""
        path, _, query = self.path.partition("?")
        if path == EVENTS:
            self._stream(query)
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, _JAVASCRIPT.encode(), "text/javascript")
        else:
            self._page(self._address(unquote(path)))

    def do_HEAD(self) -> None:
        """Answer the same without content."""
        self.do_GET()

    def _address(self, path: str) -> str:
        """Give the address below the site's root."""
        return path.removeprefix(self.server.live.root) or "/"

    def _page(self, address: str) -> None:
        live = self.server.live
        try:
            answer = live.answer(address)
            content = answer.read_bytes() if isinstance(answer, Path) else answer.content
        except Exception as error:  # noqa: BLE001 (whatever it is, the preview goes on and says it)
            words = f"This page cannot be made: {type(error).__name__}: {error}"
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, _with_script(_page_of(words), ""), "text/html")
            return
        kind = guess_type(addresses.file_of(address))[0] or "text/html"
        if isinstance(answer, Path):
            self._send(HTTPStatus.OK, content, kind)
        elif not answer.found and live.leads_to_folder(address):
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", kind, f"{live.root}{address}/")
        elif answer.found:
            self._send(HTTPStatus.OK, _with_script(content, answer.look) if kind == "text/html" else content, kind)
        else:
            self._send(HTTPStatus.NOT_FOUND, _with_script(content, answer.look), "text/html")

    def _send(self, status: HTTPStatus, content: bytes, kind: str, location: str = "") -> None:
        self.send_response(status)
        text = kind.startswith("text/") or kind.endswith("xml")
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _stream(self, look: str) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        live = self.server.live
        try:
            for place, _ in enumerate(self.server.board.rings()):
                lines = [line for problem in live.problems for line in text_lines(problem)]
                news = {"reload": not live.stands(look) if look else place > 0, "problems": lines}
                self.wfile.write(f"data: {json.dumps(news)}\n\n".encode())
                self.wfile.flush()
        except OSError:  # the reader went away
            return

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002 (the base class's name)
        """Say nothing; the terminal is for problems."""


def _with_script(page: bytes, look: str) -> bytes:
    return page.replace(_BODY_END, (_TAG % look).encode() + _BODY_END)


def _page_of(words: str) -> bytes:
    return f"<!DOCTYPE html><html lang=en><title>Preview</title><body><p>{escape(words)}</p></body></html>".encode()


def keep_fresh(live: Live, board: Board, changes: Iterable[Iterable[str]], tell: Callable[[str], None]) -> None:
    """Take in every change, given as paths, and ring; `tell` tells whoever started the preview, of a failure too."""
    for changed in changes:
        failure = ""
        try:
            live.renew(changed)
        except Exception as error:  # noqa: BLE001 (a file may be half-written; the next change is taken in again)
            failure = f"This change could not be taken in: {type(error).__name__}: {error}"
        board.ring()
        tell(failure)
    board.close()
