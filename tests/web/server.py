"""Serves a built site on this machine as a web server would: compressed, under the strict policy, with the 404 page."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.core.addresses import NOT_FOUND, file_of
from plugins.views.policy import policy

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".rss.xml": "application/rss+xml",
    ".atom.xml": "application/atom+xml",
    ".xml": "application/xml",
    ".opml": "text/x-opml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
}
"""By the ending of a file's name; the first that fits."""
_PACKED = frozenset({".png", ".jpg", ".webp", ".avif", ".woff2"})
"""Compressed already."""


class Server(ThreadingHTTPServer):
    """A server of one folder, which remembers what it was asked for and how it answered."""

    def __init__(self, folder: Path) -> None:
        """Take a free port of the loopback address."""
        self.folder = folder.resolve()
        self.asked: list[tuple[str, int]] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def address(self) -> str:
        """Where the site stands, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def find(self, address: str) -> Path | None:
        """Find the file that answers an address, if it lies in the folder."""
        file = (self.folder / file_of(unquote(urlsplit(address).path))).resolve()
        return file if file.is_relative_to(self.folder) and file.is_file() else None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        found = self.server.find(self.path)
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        self.server.asked.append((self.path, int(status)))
        self._answer(status, found or self.server.find(NOT_FOUND))

    def _answer(self, status: HTTPStatus, file: Path | None) -> None:
        body = file.read_bytes() if file else b""
        ending = next((one for one in TYPES if file and file.name.endswith(one)), "")
        headers = {
            "Content-Type": TYPES.get(ending, "application/octet-stream"),
            "Content-Security-Policy": policy(self.path),
        }
        if ending not in _PACKED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, mtime=0)
            headers["Content-Encoding"] = "gzip"
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        pass


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve a folder for as long as the block lasts."""
    server = Server(folder)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
