"""The processes that work side by side.

Each is forked when there is work for it, so it has the work, what the work needs and the tasks without being sent them; only
results come back. Each does tasks that are neighbours, since neighbours often need the same parts, which each process makes
for itself. Little work, or one job, is done in this process. A process copies what it touches of what it was forked with, and keeps
the parts that it made: when processes have grown large together, the largest gives way to a newly forked one.
"""

import resource
import sys
import traceback
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import accumulate
from multiprocessing import connection
from pathlib import Path
from typing import Any, Generic, Self, TypeVar

from plugins.forked import Forked, fork, uninterrupted

G = TypeVar("G")
T = TypeVar("T")
R = TypeVar("R")
SMALL = 64
"""So few tasks are done sooner than a process is forked."""
CHUNK = 64
"""How many tasks a process does at most before it gives their results: each time costs this process some 0.08 ms."""
PART = 4
"""And such a part of what is left for it at most, so that all are done at the same time."""
GROWN = 490_000_000
"""So many bytes of their own processes may have, on average, before one gives way."""
LEAST = 32_000_000
"""For fewer new bytes the system is not asked again how many there are."""


class Crew(Generic[G]):
    """So many processes, all with one thing given."""

    def __init__(self, given: G, jobs: int, most: int = GROWN, weigh: Callable[[Any], float] | None = None) -> None:
        """Hold what is given, the number of processes, and how many bytes of their own these may have, on average.

        `weigh` tells how long a task takes, compared with others.
        """
        self._given = given
        self._weigh = weigh
        self._jobs = jobs if sys.platform == "linux" else 1
        self._most = most
        self._hands: dict[connection.Connection, tuple[int, Forked]] = {}
        """Where the results of each process come from; its number in the rota."""

    def __enter__(self) -> Self:
        """Begin; processes start with work that is worth it."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Let the processes go, whatever they have under way."""
        self._let_all_go()

    def share(self, work: Callable[[G, T], R], tasks: Sequence[T]) -> Iterator[tuple[int, R]]:
        """Do each task with what is given; its place among the tasks comes with its result, in no order. `work` can be pickled.

        Whoever takes the results of thousands looks at nothing else meanwhile: to look at an object is to write to it, and what this
        process writes to of what others were forked with is there twice.
        """
        if self._jobs == 1 or len(tasks) < SMALL:
            return ((place, work(self._given, task)) for place, task in enumerate(tasks))
        return self._done(lambda place: work(self._given, tasks[place]), self._cuts(tasks))

    def _cuts(self, tasks: Sequence[Any]) -> list[int]:
        return evenly(len(tasks), self._jobs) if self._weigh is None else by_weight(map(self._weigh, tasks), self._jobs)

    def _done(self, do: Callable[[int], R], cuts: Sequence[int]) -> Iterator[tuple[int, R]]:
        """Do the tasks between the first cut and the last; give the place of each with its result. It needs no threads here, beside which it would not be safe to fork."""
        rota = Rota(cuts, self._most)
        self._let_all_go()  # who was taken on for other tasks
        for hand in range(self._jobs):
            self._take_on(do, rota, hand)
        while self._hands:
            for pipe in connection.wait([*self._hands]):
                assert isinstance(pipe, connection.Connection)
                some = _received(pipe)
                yield from some
                if some:
                    continue
                hand, _ = self._hands[pipe]
                self._let_go(pipe)
                rota.grown(hand, 0)
                if rota.left():
                    self._take_on(do, rota, hand)

    def _take_on(self, do: Callable[[int], Any], rota: "Rota", hand: int) -> None:
        rota.begin(hand)
        with uninterrupted():
            forked = Forked(partial(_work, do, rota, hand))
            self._hands[forked.pipe] = hand, forked

    def _let_all_go(self) -> None:
        for pipe in [*self._hands]:
            self._let_go(pipe)

    def _let_go(self, pipe: connection.Connection) -> None:
        _, forked = self._hands.pop(pipe)
        forked.end()


def evenly(count: int, hands: int) -> list[int]:
    """Cut so many tasks into runs of one length."""
    return [count * hand // hands for hand in range(hands + 1)]


def by_weight(weights: Iterable[float], hands: int) -> list[int]:
    """Cut tasks of such weights into runs that take as long."""
    sums = [0.0, *accumulate(weights)]
    return [*(bisect_left(sums, sums[-1] * hand / hands) for hand in range(hands)), len(sums) - 1]


class Rota:
    """Who does which tasks: a run of neighbours for each hand; one that is done takes half of the longest run left."""

    def __init__(self, cuts: Sequence[int], most: int = GROWN) -> None:
        """Deal tasks out: a hand has those from its cut to the next. They may have `most` bytes of their own on average."""
        self._most = most
        self.unnoted = most // 2  # what a hand counts as that has noted nothing yet
        hands = len(cuts) - 1
        self._next = fork.Array("q", cuts[:-1])
        self._end = fork.Array("q", cuts[1:], lock=False)
        self._grown = fork.Array("q", [self.unnoted] * hands, lock=False)
        self._leaves = fork.Array("b", hands, lock=False)

    def begin(self, hand: int) -> None:
        """Let a hand begin that has noted nothing, to go on with the run of the one before."""
        self._grown[hand], self._leaves[hand] = self.unnoted, False

    def left(self) -> bool:
        """Tell whether any tasks are left."""
        return any(start < end for start, end in zip(self._next, self._end, strict=True))

    def grown(self, hand: int, own: int) -> int:
        """Note how many bytes a hand has; give how many more each may get before the largest has to leave."""
        self._grown[hand] = own
        grown = [*self._grown]
        left = self._most - sum(grown) // len(grown)
        if left < 0:
            self._leaves[grown.index(max(grown))] = True
        return left

    def take(self, hand: int) -> range:
        """Give a hand its next tasks, as places; none when there are no more, or it has to leave."""
        if self._leaves[hand]:
            return range(0)
        with self._next.get_lock():
            if self._next[hand] == self._end[hand]:
                self._help(hand)
            start, left = self._next[hand], self._end[hand] - self._next[hand]
            taken = range(start, start + min(CHUNK, -(-left // PART)))
            self._next[hand] = taken.stop
        return taken

    def _help(self, hand: int) -> None:
        left = [end - start for start, end in zip(self._next, self._end, strict=True)]
        other = left.index(max(left))
        self._next[hand], self._end[hand] = self._end[other] - (left[other] + 1) // 2, self._end[other]
        self._end[other] = self._next[hand]


class _Fault(Exception):
    """Where in its process a task failed, as text: what failed there is raised from this."""

    def __str__(self) -> str:
        """Begin on a line of its own."""
        return f"\n{self.args[0]}"


def _received(pipe: connection.Connection) -> list[tuple[int, Any]]:
    """Receive what a process did; nothing when it does no more. What failed there is raised here."""
    try:
        done = pipe.recv()
    except (EOFError, OSError):
        raise BrokenProcessPool("A process was ended from outside.") from None
    if isinstance(done, list):
        return done
    error, where = done
    raise error from _Fault(where)


def _work(do: Callable[[int], Any], rota: Rota, hand: int, pipe: connection.Connection) -> None:
    """Do tasks while there are any; send their places and results, and nothing at the end."""
    growth = _Growth(rota, hand)
    try:
        while places := rota.take(hand):
            pipe.send([(place, do(place)) for place in places])
            growth.look()
        pipe.send([])
    except BrokenPipeError:
        return  # the parent is gone
    except BaseException as error:  # noqa: BLE001 (it is raised in the parent)
        pipe.send((error, traceback.format_exc()))


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
