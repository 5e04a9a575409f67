"""The processes that work side by side.

Each is forked when there is work for it, so it has what the work needs without being sent it; only tasks and
results go to and fro. Little work, or one job, is done in this process.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import Any, Generic, Self, TypeVar

G = TypeVar("G")
T = TypeVar("T")
R = TypeVar("R")
SMALL = 64
"""So few tasks are done sooner than a process is forked."""
CHUNK = 16
"""How many tasks a process takes at a time."""

_given: list[Any] = []
"""In a forked process: what it was given at its start. Empty everywhere else."""


def cores() -> int:
    """Count the processors that this process may use; one where processes cannot safely be forked."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


class Crew(Generic[G]):
    """So many processes, all with one thing given."""

    def __init__(self, given: G, jobs: int) -> None:
        """Hold what is given, and the number of processes."""
        self._given = given
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Begin; processes start with the first work that is worth it."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Let the processes go."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None

    def share(self, work: Callable[[G, T], R], tasks: Sequence[T]) -> Iterator[R]:
        """Do each task with what is given; results come in the order of the tasks. `work` can be pickled."""
        if self._jobs == 1 or len(tasks) < SMALL:
            return (work(self._given, task) for task in tasks)
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self._jobs, get_context("fork"), _start, (self._given,))
        return (result for chunk in self._pool.map(partial(_do, work), chunks(tasks)) for result in chunk)


def _start(given: Any) -> None:
    """Take what is given, and end when the parent does, however that ends: an orphan would keep its locks."""
    _given.append(given)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def chunks(tasks: Sequence[T]) -> Iterator[list[T]]:
    """Cut tasks into what a process takes at a time."""
    return (list(tasks[start : start + CHUNK]) for start in range(0, len(tasks), CHUNK))


def _do(work: Callable[[Any, T], R], tasks: list[T]) -> list[R]:
    return [work(_given[0], task) for task in tasks]
