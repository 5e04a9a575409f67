"""A crew on other machines: the workers of a Dask cluster. The only door to Dask.

Project, content, cache and output lie on storage that all of them share, at the same paths. What the work needs is
written there once, and each worker reads it when it gets its first task; only tasks and results travel.
"""

import contextlib
import logging
import pickle
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from functools import partial
from pathlib import Path
from traceback import walk_tb
from typing import Any, Generic, Self, TypeVar

from plugins.crew import CHUNK
from plugins.engine import digest_of, engine

G = TypeVar("G")
T = TypeVar("T")
R = TypeVar("R")
PATIENCE = 5
"""After so many seconds without an answer there is no scheduler."""
LOOK, ALONE = 5, 30
"""So often (in seconds) it is looked whether any workers are left while none answers, and so long it is waited for new ones."""

_ENGINE = engine()
"""What was true of code and libraries when this module was imported: on a worker, perhaps long ago."""
_here = threading.local()
"""On a worker: what a thread of it was given last, with its digest."""


class NoCluster(Exception):
    """There is no cluster to work on: says why, and what to do."""


class Cluster(Generic[G]):
    """The workers of a cluster, all with one thing given."""

    def __init__(self, given: G, scheduler: str, folder: Path) -> None:
        """`scheduler` is its address (`tcp://host:8786`), `folder` one that the workers share."""
        self._given = given
        self._scheduler = scheduler
        self._file = folder / "given"
        self._client: Any = None

    def __enter__(self) -> Self:
        """Find the scheduler, and lay ready what is given."""
        self._client = _client(self._scheduler)
        if not self._workers():
            self._client.close()
            raise NoCluster(f"The scheduler at {self._scheduler} has no workers: start some with `dask worker`.")
        try:
            content = pickle.dumps(self._given, pickle.HIGHEST_PROTOCOL)
            self._digest = digest_of(content)
            self._file.write_bytes(content)
        except BaseException:
            self._client.close()
            raise
        return self

    def __exit__(self, *raised: object) -> None:
        """Leave the cluster as it was."""
        self._client.close()
        self._file.unlink(missing_ok=True)

    def share(self, work: Callable[[G, T], R], tasks: Sequence[T]) -> Iterator[tuple[int, R]]:
        """Do each task with what is given; its place among the tasks comes with its result. `work` can be pickled."""
        there = partial(_do, self._file, self._digest, _ENGINE, work)
        try:
            executor = self._client.get_executor(pure=False)
            sends = [partial(executor.submit, there, chunk) for chunk in _chunks(tasks)]
            sent = [send() for send in sends]
            results = (result for send, chunk in zip(sends, sent, strict=True) for result in self._result(send, chunk))
            yield from zip(range(len(tasks)), results, strict=True)
        except Exception as error:
            if isinstance(error, ImportError | CancelledError) or type(error).__module__.startswith("distributed"):
                raise NoCluster(f"The cluster failed: {error}. The last release is untouched; build again.") from error
            raise

    def _workers(self) -> int:
        return int(self._client.scheduler_info()["n_workers"])

    def _result(self, send: Callable[[], Any], chunk: Any) -> Any:
        """Give the results of a chunk; if they are lost on their way, it is sent again, once."""
        try:
            return self._wait(chunk)
        except ValueError as error:
            if not is_lost(error):
                raise
            return self._wait(send())

    def _wait(self, chunk: Any) -> Any:
        """Wait for results as long as there are workers: without any, the scheduler would keep the tasks for ever."""
        alone = 0
        while alone < ALONE:
            try:
                return chunk.result(LOOK)
            except TimeoutError:
                if chunk.done():  # it may be one of the task's own
                    return chunk.result()
                alone = 0 if self._workers() else alone + LOOK
        raise NoCluster(
            "All workers are gone. The last release is untouched; start some with `dask worker`, and build again."
        )


def is_lost(error: ValueError) -> bool:
    """Tell whether this is no fault of a task: Dask's executor takes results for an error if the worker that has them dies as they arrive."""
    innermost = list(walk_tb(error.__traceback__))[-1][0]
    return innermost.f_globals["__name__"] == "distributed.cfexecutor"


def _chunks(tasks: Sequence[T]) -> Iterator[list[T]]:
    """Cut tasks into what a worker takes at a time."""
    return (list(tasks[start : start + CHUNK]) for start in range(0, len(tasks), CHUNK))


def _client(scheduler: str) -> Any:
    try:
        from distributed import Client  # noqa: PLC0415 (an extra that few install)
    except ImportError:
        raise NoCluster("--scheduler needs Dask: pip install -r requirements-cluster.lock") from None
    try:
        with _quiet():
            return Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoCluster(f"No scheduler answers at {scheduler} ({error}): start one with `dask scheduler`.") from None


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask from reporting what is said in an editor's words."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _do(file: Path, digest: bytes, engine: bytes, work: Callable[[Any, T], R], tasks: list[T]) -> list[R]:
    """Do some tasks on a worker; each of its threads has what is given for itself."""
    if engine != _ENGINE:
        raise NoCluster("The workers have other code or libraries than this machine: start them anew.")
    if getattr(_here, "digest", None) != digest:
        content = file.read_bytes()
        if digest_of(content) != digest:
            raise NoCluster(f"A worker reads something else in {file} than was written: is the storage shared?")
        _here.given, _here.digest = pickle.loads(content), digest  # noqa: S301 (written by our own build)
    return [work(_here.given, task) for task in tasks]
