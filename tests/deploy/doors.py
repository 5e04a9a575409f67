"""Doors to programs that serve one connection on their standard input: sshd and rsync, as inetd would start them.

A door counts what comes in, and may be told to fall shut after so many bytes: the connection is lost.
"""

import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PIECE = 4096


class Door:
    """A door on a free port of the loopback address."""

    def __init__(self, command: list[str]) -> None:
        """`command` serves one connection."""
        self._command = command
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._programs: list[subprocess.Popen[bytes]] = []
        self.port: int = self._listening.getsockname()[1]
        self.came = 0
        self.limit: int | None = None
        threading.Thread(target=self._serve, daemon=True).start()

    def mend(self, limit: int | None = None) -> None:
        """Open the door again, for so many bytes."""
        self.came, self.limit = 0, limit

    def close(self) -> None:
        """Close it for good, and let the programs end."""
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._lose()
        for program in self._programs:
            program.wait(timeout=20)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                self._let_in(self._listening.accept()[0])

    def _let_in(self, outside: socket.socket) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            program = subprocess.Popen(self._command, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL)
        self._programs.append(program)
        self._open += [outside, ours]
        for source, sink, counted in ((outside, ours, True), (ours, outside, False)):
            threading.Thread(target=self._carry, args=(source, sink, counted), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, counted: bool) -> None:  # noqa: FBT001 (a thread's argument)
        with suppress(OSError):  # who ends without reading all resets the connection
            while piece := source.recv(PIECE):
                self.came += len(piece) if counted else 0
                if self.limit is not None and self.came >= self.limit:
                    sink.sendall(piece[: len(piece) - (self.came - self.limit)])
                    self._lose()
                sink.sendall(piece)
        with suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

    def _lose(self) -> None:
        for one in self._open:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._open.clear()


@contextmanager
def door(command: list[str]) -> Iterator[Door]:
    """Open a door for as long as the block lasts."""
    opened = Door(command)
    try:
        yield opened
    finally:
        opened.close()
