"""What another process finds out meanwhile: it is found, whatever becomes of that process."""

import os
import signal
from pathlib import Path

import pytest

from plugins.errand import Errand


def test_another_process_finds_it_out() -> None:
    with Errand(os.getpid) as errand:
        assert errand.result() != os.getpid()


def test_it_finds_more_than_a_pipe_holds() -> None:
    with Errand(lambda: "x" * 1_000_000) as errand:
        assert len(errand.result()) == 1_000_000


def test_what_fails_there_fails_here_and_tells_where() -> None:
    with Errand(lambda: 1 // 0) as errand, pytest.raises(ZeroDivisionError) as told:
        errand.result()
    assert told.traceback[-1].path == Path(__file__)


def test_what_cannot_be_sent_is_found_out_here() -> None:
    with Errand(lambda: (os.getpid(), lambda: None)) as errand:
        assert errand.result()[0] == os.getpid()


def test_when_the_system_ends_the_process_it_is_found_out_here() -> None:
    here = os.getpid()
    with Errand(lambda: os.getpid() == here or os.kill(os.getpid(), signal.SIGKILL)) as errand:
        assert errand.result() is True


def test_a_process_that_nobody_asks_ends() -> None:
    before = _children()
    with Errand(signal.pause):
        new = _children() - before
    assert len(new) == 1
    assert not new & _children()


def _children() -> set[str]:
    return {*Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()}
