"""The files of the ledger, written whole: the only writer of `content/ledger/`."""

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from plugins.core.model.ledger import FOLDER


class Busy(Exception):
    """Another command enters into this ledger; the message says so."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep others from entering into the ledger of a folder of copy; the lock ends with the process."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _lock(held)
        yield
    finally:
        os.close(held)


def _lock(held: int) -> None:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Busy(
            "Another `invoke publish` is at work on this copy; nothing was entered. Try again when it has ended."
        ) from None


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files below a folder of copy, in this order, each in one step: a reader sees all of it or nothing."""
    (folder / FOLDER).mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        new = path.with_name(f".{path.name}.new")
        with new.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            if path.suffix != ".md":  # a last text that a power cut spoils is made again; a line has to last
                file.flush()
                os.fsync(file.fileno())
        new.replace(path)
