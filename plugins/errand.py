"""Something that another process finds out while this one does something else."""

from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Generic, Self, TypeVar

from plugins.forked import Forked

R = TypeVar("R")


class Errand(Generic[R]):
    """Ask for its result once. What fails there is done here again, so it fails here as well, and tells where."""

    def __init__(self, work: Callable[[], R]) -> None:
        """Send for it, beside no threads. What it gives can be pickled."""
        self._work = work
        self._sent = Forked(self._find)

    def __enter__(self) -> Self:
        """Do something else meanwhile."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Nobody asks any more."""
        self._sent.end()

    def result(self) -> R:
        """Wait for what was found."""
        try:
            found: R = self._sent.pipe.recv()
        except (EOFError, OSError):
            found = self._work()
        return found

    def _find(self, pipe: Connection) -> None:
        with suppress(Exception):
            pipe.send(self._work())
