"""The processes that make pages side by side.

Each is forked when there is work for it, so it has the publication without being sent it; only places in
the list of things and digests go to and fro. Little work, or one job, is done in this process.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Self, TypeVar

from plugins.press.making import Made, Press
from plugins.press.release import Entry

T = TypeVar("T")
R = TypeVar("R")
SMALL = 64
"""So few things are made sooner than a process is forked."""
CHUNK = 32
"""How many things a process takes at a time."""

_given: list[Press] = []
"""In a forked process: what it was given at its start. Empty everywhere else."""


class Crew:
    """Makes things in so many processes."""

    def __init__(self, press: Press, jobs: int) -> None:
        """Hold the work and the number of processes."""
        self._press = press
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Begin; processes start with the first work that is worth it."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Let the processes go."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def digests(self, places: Sequence[int]) -> list[bytes]:
        """Digest what things are made from, in their order."""
        return self._share(_digests, places)

    def make(self, tasks: Sequence[tuple[int, Entry | None]], folder: Path) -> list[Made]:
        """Make things into a folder, in their order; each comes with the entry that it had before."""
        return self._share(partial(_make, folder), tasks)

    def _share(self, work: Callable[[Press | None, list[T]], list[R]], tasks: Sequence[T]) -> list[R]:
        if self._jobs == 1 or len(tasks) < SMALL:
            return work(self._press, list(tasks))
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, get_context("fork"), _given.append, (self._press,))
        return [made for chunk in self._pool.map(partial(work, None), _chunks(tasks)) for made in chunk]


def _chunks(tasks: Sequence[T]) -> Iterator[list[T]]:
    return (list(tasks[start : start + CHUNK]) for start in range(0, len(tasks), CHUNK))


def _digests(press: Press | None, places: list[int]) -> list[bytes]:
    press = press or _given[0]
    return [press.made_from(place) for place in places]


def _make(folder: Path, press: Press | None, tasks: list[tuple[int, Entry | None]]) -> list[Made]:
    press = press or _given[0]
    return [press.make(place, before, folder) for place, before in tasks]
