"""The processes that work side by side.

Each is forked when there is work for it, so it has the work, what the work needs and the tasks without being sent them; only
results come back. Each does tasks that are neighbours, since neighbours often need the same parts, which each process makes
for itself. Little work, or one job, is done in this process. A process copies what it touches of what it was forked with, and keeps
the parts that it made: where that grows large, work is done in shifts, each with processes of its own.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from itertools import chain, pairwise
from multiprocessing import connection, get_context, parent_process
from typing import Any, Generic, Self, TypeVar

G = TypeVar("G")
T = TypeVar("T")
R = TypeVar("R")
SMALL = 64
"""So few tasks are done sooner than a process is forked."""
CHUNK = 16
"""How many tasks a process does before it gives their results."""

_forked = get_context("fork") if sys.platform == "linux" else get_context()
_mine: list[Any] = []
"""In a forked process: the work, the rota, and its own number in that. Empty everywhere else."""


def cores() -> int:
    """Count the processors that this process may use; one where processes cannot safely be forked."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


class Crew(Generic[G]):
    """So many processes, all with one thing given."""

    def __init__(self, given: G, jobs: int, shift: int = sys.maxsize) -> None:
        """Hold what is given, the number of processes, and how many tasks are done before new ones are forked."""
        self._given = given
        self._jobs = jobs
        self._most = shift
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Begin; processes start with work that is worth it."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Let the processes go."""
        self._let_go()

    def share(self, work: Callable[[G, T], R], tasks: Sequence[T]) -> Iterator[tuple[T, R]]:
        """Do each task with what is given; each comes with its result, in no order. `work` can be pickled."""
        if self._jobs == 1 or len(tasks) < SMALL:
            return ((task, work(self._given, task)) for task in tasks)
        shifts = -(-len(tasks) // self._most)
        ends = [len(tasks) * shift // shifts for shift in range(shifts + 1)]
        return chain.from_iterable(self._shift(work, tasks[start:end]) for start, end in pairwise(ends))

    def _shift(self, work: Callable[[G, T], R], tasks: Sequence[T]) -> Iterator[tuple[T, R]]:
        """Do tasks with new processes: those before them were forked with other tasks."""
        self._let_go()
        rota = Rota(len(tasks), self._jobs)
        self._pool = ProcessPoolExecutor(
            self._jobs, _forked, _start, (lambda place: work(self._given, tasks[place]), rota)
        )
        return ((tasks[place], result) for place, result in _done(self._pool, self._jobs))

    def _let_go(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None


class Rota:
    """Who does which tasks: a run of neighbours for each hand; one that is done takes half of the longest run left."""

    def __init__(self, count: int, hands: int) -> None:
        """Deal so many tasks out to so many hands."""
        ends = [count * hand // hands for hand in range(hands + 1)]
        self._next = _forked.Array("q", ends[:-1])
        self._end = _forked.Array("q", ends[1:], lock=False)
        self._hands = _forked.Value("q", 0)

    def sign_on(self) -> int:
        """Number a hand."""
        with self._hands.get_lock():
            self._hands.value += 1
            return self._hands.value - 1

    def take(self, hand: int) -> range:
        """Give a hand its next tasks, as places; none when there are no more."""
        with self._next.get_lock():
            if self._next[hand] == self._end[hand]:
                self._help(hand)
            taken = range(self._next[hand], min(self._next[hand] + CHUNK, self._end[hand]))
            self._next[hand] = taken.stop
        return taken

    def _help(self, hand: int) -> None:
        left = [end - start for start, end in zip(self._next, self._end, strict=True)]
        other = left.index(max(left))
        self._next[hand], self._end[hand] = self._end[other] - (left[other] + 1) // 2, self._end[other]
        self._end[other] = self._next[hand]


def _done(pool: ProcessPoolExecutor, jobs: int) -> Iterator[tuple[int, Any]]:
    """Give what was done, with the places of the tasks, until there is no more."""
    asked = {pool.submit(_some) for _ in range(2 * jobs)}
    while asked:
        answered, asked = wait(asked, return_when=FIRST_COMPLETED)
        for one in answered:
            done = one.result()
            if done:
                asked.add(pool.submit(_some))
            yield from done


def _start(do: Callable[[int], Any], rota: Rota) -> None:
    """Take the work, and end when the parent does, however that ends: an orphan would keep its locks."""
    _mine[:] = do, rota, rota.sign_on()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _some() -> list[tuple[int, Any]]:
    """Do some tasks; give their places and results."""
    do, rota, hand = _mine
    return [(place, do(place)) for place in rota.take(hand)]
