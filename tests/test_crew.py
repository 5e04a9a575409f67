"""Work that is shared among processes: each task is done once, whoever does it."""

import os
from random import Random

import pytest

from plugins.crew import CHUNK, SMALL, Crew, Rota

TASKS = range(1000)


def test_each_task_comes_with_its_result_once_and_processes_do_runs_of_neighbours() -> None:
    with Crew(7, jobs=2) as crew:
        done = list(crew.share(lambda given, task: (task * given, os.getpid()), TASKS))
        again = list(crew.share(lambda given, task: task + given, TASKS[:SMALL]))
    assert sorted((task, result) for task, (result, _) in done) == [(task, task * 7) for task in TASKS]
    assert sorted(again) == [(task, task + 7) for task in TASKS[:SMALL]]
    assert os.getpid() not in {process for _, (_, process) in done}
    assert done[CHUNK - 1][0] - done[0][0] == CHUNK - 1


@pytest.mark.parametrize(("shift", "shifts"), [(1000, 1), (999, 2), (300, 4)])
def test_each_shift_has_processes_of_its_own(shift: int, shifts: int) -> None:
    with Crew(7, jobs=2, shift=shift) as crew:
        done = list(crew.share(lambda given, task: (task * given, os.getpid()), TASKS))
    assert sorted((task, result) for task, (result, _) in done) == [(task, task * 7) for task in TASKS]
    on = [{process for task, (_, process) in done if task * shifts // len(TASKS) == number} for number in range(shifts)]
    assert all(1 <= len(processes) <= 2 for processes in on)
    assert len(set.union(*on)) == sum(map(len, on))


@pytest.mark.parametrize(("jobs", "tasks"), [(1, TASKS), (2, TASKS[: SMALL - 1])])
def test_little_work_and_one_job_are_done_here(jobs: int, tasks: range) -> None:
    with Crew(None, jobs) as crew:
        done = list(crew.share(lambda _, task: (task, os.getpid()), tasks))
    assert done == [(task, (task, os.getpid())) for task in tasks]


def test_a_fault_ends_the_work() -> None:
    with pytest.raises(ZeroDivisionError), Crew(0, jobs=2) as crew:
        list(crew.share(lambda given, task: task // given, TASKS))


@pytest.mark.parametrize("hands", [1, 2, 3, 8])
@pytest.mark.parametrize("count", [0, 1, CHUNK, 100, 1003])
def test_a_rota_deals_every_task_once_however_fast_hands_are(count: int, hands: int) -> None:
    dice, rota = Random(f"{count} {hands}"), Rota(count, hands)  # noqa: S311 (no secret)
    idle = [rota.sign_on() for _ in range(hands)]
    assert idle == list(range(hands))
    taken: list[int] = []
    while idle:
        hand = dice.choice(idle[: dice.randint(1, len(idle))])
        tasks = rota.take(hand)
        assert len(tasks) <= CHUNK
        taken += tasks
        if not tasks:
            idle.remove(hand)
    assert sorted(taken) == list(range(count))


def test_whoever_is_done_takes_half_of_the_longest_run() -> None:
    rota = Rota(20 * CHUNK, 2)
    fast, slow = rota.sign_on(), rota.sign_on()
    assert rota.take(slow).start == 10 * CHUNK
    own = [rota.take(fast).start for _ in range(10)]
    assert own == [place * CHUNK for place in range(10)]
    assert rota.take(fast).start == 20 * CHUNK - (9 * CHUNK + 1) // 2
