"""The processes that work side by side.

Each is forked when there is work for it, so it has the work, what the work needs and the tasks without being sent them; only
results come back. Each does tasks that are neighbours, since neighbours often need the same parts, which each process makes
for itself. Little work, or one job, is done in this process. A process copies what it touches of what it was forked with, and keeps
the parts that it made: when they have grown large together, all give way to newly forked ones, a new shift.
"""

import os
import resource
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import Any, Generic, Self, TypeVar

G = TypeVar("G")
T = TypeVar("T")
R = TypeVar("R")
SMALL = 64
"""So few tasks are done sooner than a process is forked."""
CHUNK = 16
"""How many tasks a process does before it gives their results."""
GROWN = 460_000_000
"""So many bytes of their own processes may have, on average, before their shift ends."""
LEAST = 8_000_000
"""For fewer new bytes the system is not asked again how many there are."""

_forked = get_context("fork")
_mine: list[Any] = []
"""In a forked process: the work, the rota, its own number in that, and how far it has grown. Empty everywhere else."""


def cores() -> int:
    """Count the processors that this process may use; one where processes cannot safely be forked."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


class Crew(Generic[G]):
    """So many processes, all with one thing given."""

    def __init__(self, given: G, jobs: int, most: int = GROWN) -> None:
        """Hold what is given, the number of processes, and how many bytes of their own these may have, on average."""
        self._given = given
        self._jobs = jobs if sys.platform == "linux" else 1
        self._most = most
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
        return (
            (tasks[place], result)
            for place, result in self._shifts(lambda place: work(self._given, tasks[place]), len(tasks))
        )

    def _shifts(self, do: Callable[[int], R], count: int) -> Iterator[tuple[int, R]]:
        """Do so many tasks, with new processes for each shift; those before them were forked with other tasks."""
        rota = Rota(count, self._jobs, self._most)
        self._let_go()
        while rota.begin():
            self._pool = ProcessPoolExecutor(self._jobs, _forked, _start, (do, rota))
            yield from _done(self._pool, self._jobs)
            self._let_go()  # before the next shift begins: who signs on late would take a number of it

    def _let_go(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
        self._pool = None


class Rota:
    """Who does which tasks: a run of neighbours for each hand; one that is done takes half of the longest run left."""

    def __init__(self, count: int, hands: int, most: int = GROWN) -> None:
        """Deal so many tasks out to so many hands, which may have `most` bytes of their own on average."""
        self._most = most
        self.unnoted = most // 2  # what a hand counts as that has noted nothing yet
        ends = [count * hand // hands for hand in range(hands + 1)]
        self._next = _forked.Array("q", ends[:-1])
        self._end = _forked.Array("q", ends[1:], lock=False)
        self._hands = _forked.Value("q", 0)
        self._grown = _forked.Array("q", hands, lock=False)
        self._over = _forked.Value("b", False, lock=False)

    def begin(self) -> bool:
        """Begin a shift, with hands that sign on anew, each to go on with a run; false when no tasks are left."""
        self._hands.value, self._over.value = 0, False
        self._grown[:] = [self.unnoted] * len(self._grown)
        return any(start < end for start, end in zip(self._next, self._end, strict=True))

    def grown(self, hand: int, own: int) -> int:
        """Note how many bytes a hand has; give how many more each may get before the shift is over."""
        self._grown[hand] = own
        left = self._most - sum(self._grown) // len(self._grown)
        if left < 0:
            self._over.value = True  # for good: a hand that got nothing does not ask again
        return left

    def sign_on(self) -> int:
        """Number a hand."""
        with self._hands.get_lock():
            self._hands.value += 1
            return self._hands.value - 1

    def take(self, hand: int) -> range:
        """Give a hand its next tasks, as places; none when there are no more, or the shift is over."""
        if self._over.value:
            return range(0)
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
    hand = rota.sign_on()
    _mine[:] = do, rota, hand, _Growth(rota, hand)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _some() -> list[tuple[int, Any]]:
    """Do some tasks; give their places and results."""
    do, rota, hand, growth = _mine
    done = [(place, do(place)) for place in rota.take(hand)]
    growth.look()
    return done


class _Growth:
    """How much memory a process has to itself: what it copied of what it was forked with, and what it added."""

    def __init__(self, rota: Rota, hand: int) -> None:
        """Say where it is noted, and of which hand."""
        self._rota, self._hand = rota, hand
        self._enough = rota.unnoted

    def look(self) -> None:
        """Note how much it is. That takes the system long to say, so it is asked only when the process has touched enough for it."""
        touched = resource.getrusage(resource.RUSAGE_SELF).ru_minflt * resource.getpagesize()
        if touched > self._enough:
            left = self._rota.grown(self._hand, _own())
            # a quarter: it also gets what the others let go of by copying, without touching that
            self._enough = touched + max(LEAST, left // 4)


def _own() -> int:
    """Ask the system for the bytes that no other process has; nothing where it does not tell."""
    try:
        told = Path("/proc/self/smaps_rollup").read_bytes()
    except OSError:
        return 0
    return int(told.partition(b"Private_Dirty:")[2].split()[0]) * 1024
