"""One process that was forked, and the pipe through which it tells what it found. Where that is safe: see `cores`."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process

fork = get_context("fork")


def cores() -> int:
    """Count the processors that this process may use; one where processes cannot safely be forked."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


class Forked:
    """A process at work. It ends when its parent does: an orphan would keep its locks."""

    def __init__(self, work: Callable[[connection.Connection], None]) -> None:
        """Fork it, beside no threads; it is given the end of the pipe where it sends what it found."""
        self.pipe, there = fork.Pipe(duplex=False)
        self._process = fork.Process(target=_watched, args=(work, there), daemon=True)
        with uninterrupted():
            self._process.start()
        there.close()  # so it is closed when the process ends, however that is

    def end(self) -> None:
        """Let it go, whatever it has under way."""
        self._process.terminate()
        self._process.join()
        self.pipe.close()


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait until the new process is known to whoever ends it. Python swallows what is raised in the midst of forking; and the new process, whose parent ends it, is to hear of none at all."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _watched(work: Callable[[connection.Connection], None], pipe: connection.Connection) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work(pipe)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
