"""Serves a built site by nginx, as a web server would: on a free port of this machine, by nobody but us, with files of its own."""

import os
import pwd
import re
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from readers.tools import NGINX
from web.server import TYPES

PATIENCE = 20
_LAST = "/asked-last"
_STORES = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
_LINE = re.compile(r'"GET (\S+) [^"]*" (\d+)')


class Answer(Struct, frozen=True):
    """What was answered: after redirects the address, the ETag, the bytes."""

    address: str
    status: int
    etag: str
    content: bytes


def fetch(address: str) -> Answer:
    """Ask for an address of this machine."""
    assert address.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 (the line above)
        return Answer(answer.url, answer.status, answer.headers["ETag"] or "", answer.read())


class Nginx(Struct, frozen=True):
    """A server under way: its address without final slash, and its folder."""

    address: str
    folder: Path

    def asked(self) -> list[tuple[str, int]]:
        """Give what was asked for so far: address and status.

        One process serves and writes one line after the other, so that what is asked here comes after all others.
        """
        fetch(f"{self.address}{_LAST}")
        lines = map(_LINE.search, (self.folder / "access.log").read_text().splitlines())
        return [(line[1], int(line[2])) for line in lines if line and line[1] != _LAST]


@contextmanager
def listening() -> Iterator[socket.socket]:
    """Take a free port: whoever asks waits until nginx answers."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield taken


@contextmanager
def nginx(taken: socket.socket, site: Path, folder: Path) -> Iterator[Nginx]:
    """Serve a site at a port that was taken; nginx is handed the socket, as when it is renewed under way."""
    folder.mkdir()
    port, config = taken.getsockname()[1], folder / "nginx.conf"
    config.write_text(_config(port, site, folder))
    command = [str(NGINX), "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(config)]
    environment = {**os.environ, "NGINX": f"{taken.fileno()};"}
    with subprocess.Popen(command, env=environment, pass_fds=[taken.fileno()]) as server:
        try:
            yield Nginx(f"http://127.0.0.1:{port}", folder)
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _config(port: int, site: Path, folder: Path) -> str:
    kinds = "".join(
        f"{kind.partition(';')[0]} {ending[1:]};" for ending, kind in TYPES.items() if ending.count(".") == 1
    )
    stores = "".join(f"{name}_temp_path {folder}/{name};" for name in _STORES)
    user = f"user {pwd.getpwuid(0).pw_name};" if os.geteuid() == 0 else ""
    return f"""daemon off; {user} worker_processes 1; pid {folder}/pid;
events {{}}
http {{
    types {{ {kinds} }} {stores}
    log_format asked '"$request" $status';
    access_log {folder}/access.log asked;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        location = {_LAST} {{ return 204; }}
    }}
}}
"""
