"""Work that is shared among processes: each task is done once, whoever does it."""

import os
import signal
import subprocess
import sys
from collections import Counter
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from pickle import PicklingError
from random import Random

import pytest

from plugins.crew import CHUNK, SMALL, Crew, Rota, by_weight, evenly

TASKS = range(1000)


def test_each_task_comes_with_its_result_once_and_processes_do_runs_of_neighbours() -> None:
    with Crew(7, jobs=2) as crew:
        done = list(crew.share(lambda given, task: (task * given, os.getpid()), TASKS))
        again = list(crew.share(lambda given, task: task + given, TASKS[:SMALL]))
    assert sorted((task, result) for task, (result, _) in done) == [(task, task * 7) for task in TASKS]
    assert sorted(again) == [(task, task + 7) for task in TASKS[:SMALL]]
    assert os.getpid() not in {process for _, (_, process) in done}
    assert done[CHUNK - 1][0] - done[0][0] == CHUNK - 1


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_result_comes_with_the_place_of_its_task(jobs: int) -> None:
    names = [f"name {number}" for number in range(2 * SMALL)]
    with Crew("", jobs) as crew:
        assert dict(crew.share(lambda _, name: name, names)) == dict(enumerate(names))


def test_a_process_that_has_grown_gives_way_to_a_new_one() -> None:
    def grow(held: list[bytes], task: int) -> tuple[int, int]:
        held.append(b"x" * 1_000_000)
        return task, os.getpid()

    held: list[bytes] = []
    with Crew(held, jobs=2, most=100_000_000) as crew:
        done = list(crew.share(grow, TASKS))
    assert sorted(done) == [(task, (task, process)) for task, (_, process) in sorted(done)]
    assert [task for task, _ in sorted(done)] == list(TASKS)
    by = Counter(process for _, (_, process) in done)
    assert max(by.values()) <= 150 + 2 * CHUNK  # the other counts as 50 at least
    assert len(by) >= len(TASKS) // (150 + 2 * CHUNK)


def test_only_the_process_that_has_grown_gives_way() -> None:
    def grow(held: list[bytes], task: int) -> int:
        if task < len(TASKS) // 2:
            held.append(b"x" * 1_000_000)
        return os.getpid()

    held: list[bytes] = []
    with Crew(held, jobs=2, most=100_000_000) as crew:
        done = dict(crew.share(grow, TASKS))
    assert len({done[task] for task in TASKS[: len(TASKS) // 2 - 2 * CHUNK]}) > 1
    assert len({done[task] for task in TASKS[len(TASKS) // 2 :][: 7 * CHUNK]}) == 1  # whoever helps begins at the end


def test_the_largest_leaves_when_all_have_more_together_than_they_may() -> None:
    rota = Rota(evenly(1000, 2), most=100)
    assert rota.grown(0, 140) == 5  # the other has noted nothing, and counts as 50
    assert rota.grown(1, 60) == 0
    assert rota.take(0)
    assert rota.grown(1, 63) < 0
    assert not rota.take(0)
    assert rota.take(1)
    rota.begin(0)
    assert rota.take(0)


def test_a_process_that_grows_beyond_bounds_at_once_does_its_tasks_all_the_same() -> None:
    with Crew(7, jobs=2, most=0) as crew:
        done = list(crew.share(lambda given, task: task * given, TASKS[:SMALL]))
    assert sorted(done) == [(task, task * 7) for task in TASKS[:SMALL]]


@pytest.mark.parametrize(("jobs", "tasks"), [(1, TASKS), (2, TASKS[: SMALL - 1])])
def test_little_work_and_one_job_are_done_here(jobs: int, tasks: range) -> None:
    with Crew(None, jobs) as crew:
        done = list(crew.share(lambda _, task: (task, os.getpid()), tasks))
    assert done == [(task, (task, os.getpid())) for task in tasks]


def test_a_fault_ends_the_work_and_tells_where_it_was() -> None:
    with pytest.raises(ZeroDivisionError) as told, Crew(0, jobs=2) as crew:
        list(crew.share(lambda given, task: task // given, TASKS))
    assert "task // given" in str(told.value.__cause__)


def test_what_cannot_be_sent_is_a_fault() -> None:
    with pytest.raises((AttributeError, PicklingError)), Crew(0, jobs=2) as crew:
        list(crew.share(lambda *_: lambda: None, TASKS))


def test_work_that_nobody_waits_for_any_more_ends() -> None:
    with Crew(None, jobs=2) as crew:
        (_, first), *_ = islice(crew.share(lambda *_: os.getpid(), range(10**9)), 2 * CHUNK)
        assert Path(f"/proc/{first}").exists()
    assert not Path(f"/proc/{first}").exists()


def test_a_process_that_the_system_ends_ends_the_work() -> None:
    with pytest.raises(BrokenProcessPool), Crew(None, jobs=2) as crew:
        list(crew.share(lambda _, task: os.kill(os.getpid(), signal.SIGKILL) if task == TASKS[-1] else task, TASKS))


def test_ctrl_c_is_heard_when_it_comes_while_a_process_is_forked() -> None:
    """It is, as a signal, sent from a hook that cannot be taken back: so in an interpreter of its own."""
    told = subprocess.run([sys.executable, "-c", _INTERRUPTED], capture_output=True, text=True, check=False)
    assert (told.stdout, told.stderr) == ("stopped\n", "")


_INTERRUPTED = """
import os, signal
from plugins.crew import Crew

signal.signal(signal.SIGINT, signal.default_int_handler)  # who starts us beside other work may have it ignored
os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
try:
    with Crew(None, jobs=2) as crew:
        list(crew.share(lambda _, task: task, range(1000)))
except KeyboardInterrupt:
    print("stopped")
"""


@pytest.mark.parametrize("hands", [1, 2, 3, 8])
@pytest.mark.parametrize("count", [0, 1, CHUNK, 100, 1003])
def test_a_rota_deals_every_task_once_however_fast_hands_are(count: int, hands: int) -> None:
    dice, rota = Random(f"{count} {hands}"), Rota(evenly(count, hands))  # noqa: S311 (no secret)
    idle = [*range(hands)]
    taken: list[int] = []
    while idle:
        hand = dice.choice(idle[: dice.randint(1, len(idle))])
        tasks = rota.take(hand)
        assert len(tasks) <= CHUNK
        taken += tasks
        if not tasks:
            idle.remove(hand)
    assert sorted(taken) == list(range(count))


def test_a_hand_gets_as_much_as_the_others_by_weight() -> None:
    assert by_weight([1, 1, 1, 0.5, 0.5, 1, 1], 2) == [0, 3, 7]
    assert by_weight([0.125] * 80 + [1] * 20, 3) == [0, 80, 90, 100]
    assert by_weight([5, 1], 3) == [0, 1, 1, 2]
    assert by_weight([], 2) == [0, 0, 0]


def test_tasks_are_dealt_out_by_weight() -> None:
    ends = (0, len(TASKS) // 4)
    both = get_context("fork").Barrier(2)

    def work(_: None, task: int) -> int:
        if task in ends:  # whoever comes to one waits until somebody else has come to the other
            both.wait(60)
        return os.getpid()

    with Crew(None, jobs=2, weigh=lambda task: 3 if task < ends[1] else 1) as crew:
        done = dict(crew.share(work, TASKS))
    assert done[ends[0]] != done[ends[1]]


def test_whoever_is_done_takes_half_of_the_longest_run() -> None:
    rota = Rota(evenly(20 * CHUNK, 2))
    fast, slow = 0, 1
    assert rota.take(slow) == range(10 * CHUNK, 11 * CHUNK)
    own: list[int] = []
    while len(own) < 10 * CHUNK:
        own += rota.take(fast)
    assert own == [*range(10 * CHUNK)]
    assert rota.take(fast).start == 20 * CHUNK - (9 * CHUNK + 1) // 2


def test_a_hand_takes_few_at_a_time_when_few_are_left() -> None:
    rota = Rota(evenly(6 * CHUNK, 1))
    taken = [len(rota.take(0)) for _ in range(40)]
    assert taken[:3] == [CHUNK] * 3
    assert taken == sorted(taken, reverse=True)
    assert 1 in taken
    assert sum(taken) == 6 * CHUNK
