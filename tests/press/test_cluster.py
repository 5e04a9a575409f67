"""Pages made on a real Dask cluster: a scheduler and two workers on this machine."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from pathlib import Path

import build as toy_site
import pytest
from distributed.cfexecutor import _cascade_future
from tornado.ioloop import IOLoop

from plugins.press.cluster import is_lost

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "2s"}


def _start(stack: ExitStack, ready: str, *command: str) -> str:
    """Start a program that ends with the test; give the line in which it says that it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command], env=ENVIRONMENT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    )
    stack.callback(process.wait)
    stack.callback(process.kill)
    assert process.stderr
    stack.enter_context(process.stderr)
    return next(line for line in process.stderr if re.search(ready, line))


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """Give the address of a scheduler with two workers."""
    with ExitStack() as stack:
        local = ["--host", "127.0.0.1", "--no-dashboard"]
        line = _start(stack, "Scheduler at:", "distributed.cli.dask_scheduler", *local, "--port", "0", "--no-show")
        address = line.split()[-1]
        for name in ("one", "two"):
            folder = ["--local-directory", str(tmp_path / name), "--nthreads", "1", "--no-nanny"]
            _start(stack, "Registered to:", "distributed.cli.dask_worker", address, *local, *folder)
        yield address


def _build(output: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    command = ["invoke", "build", "--content", str(toy_site.SITE / "content"), "--output", str(output)]
    command += ["--now", toy_site.NOW, *flags]
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def test_a_cluster_makes_the_same(scheduler: str, toy: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"

    done = _build(output, "--scheduler", scheduler)

    assert done.returncode == 0, done.stderr
    assert toy_site.tree(output.resolve()) == toy_site.tree(toy)
    assert "nothing changed" in _build(output, "--scheduler", scheduler).stdout
    assert "nothing changed" in _build(output).stdout
    assert not (tmp_path / ".releases/output/given").exists()


def _build_with(fate: str, tmp_path: Path, scheduler: str) -> subprocess.CompletedProcess[str]:
    """Build 500 pages, one of which has a fate."""
    script = str(Path(__file__).parent / "dying.py")
    return subprocess.run(
        [sys.executable, script, str(tmp_path / "output"), scheduler, f"{fate} {tmp_path / 'fate'}"],
        env=ENVIRONMENT, check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def test_a_worker_that_dies_costs_time_alone(scheduler: str, tmp_path: Path) -> None:
    done = _build_with("die-once", tmp_path, scheduler)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "fate").exists()
    texts = {path.parent.name: path.read_text() for path in (tmp_path / "output").rglob("*.html")}
    wanted = {f"page-{one}": f"text {one}" for one in range(500)}
    assert texts == wanted | {"page-250": f"die-once {tmp_path / 'fate'}"}


def test_when_all_workers_die_the_build_ends(scheduler: str, tmp_path: Path) -> None:
    done = _build_with("die", tmp_path, scheduler)

    assert "NoCluster: All workers are gone." in done.stderr
    assert not (tmp_path / "output").exists()


class _Told:
    """A future of Dask, as its executor asks it: for what came of it, then for how it stands."""

    def __init__(self, status: str, result: object) -> None:
        self.status = status
        self._came = result

    async def _result(self, *, raiseit: bool) -> object:
        assert not raiseit
        return self._came


def _fault() -> ValueError:
    try:
        int("no number")
    except ValueError as error:
        return error
    raise AssertionError


@pytest.mark.parametrize(
    ("told", "lost"),
    [
        (_Told("lost", ["of", "four", "good", "results"]), True),
        (_Told("error", (ValueError, _fault(), _fault().__traceback__)), False),
    ],
)
def test_a_result_that_is_lost_on_its_way_is_told_from_a_fault(told: _Told, lost: bool) -> None:  # noqa: FBT001 (a case)
    arrived: Future[object] = Future()

    IOLoop(make_current=False).run_sync(lambda: _cascade_future(told, arrived))

    error = arrived.exception()
    assert isinstance(error, ValueError)
    assert is_lost(error) is lost


def test_what_fails_on_a_worker_is_not_tried_again(scheduler: str, tmp_path: Path) -> None:
    done = _build_with("fail", tmp_path, scheduler)

    assert "TimeoutError: of its own" in done.stderr
    assert (tmp_path / "fate").read_text() == "failed "


def test_where_no_scheduler_is_nothing_is_built(tmp_path: Path) -> None:
    done = _build(tmp_path / "output", "--scheduler", "tcp://127.0.0.1:1")

    assert done.returncode == 2
    assert done.stderr.startswith("No scheduler answers at tcp://127.0.0.1:1")
    assert not (tmp_path / "output").exists()
