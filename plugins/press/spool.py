"""A file through which the processes of a build share large parts: what one of them made, another reads."""

import os
import pickle
from contextlib import AbstractContextManager, nullcontext, suppress
from mmap import mmap
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Self

from plugins.forked import fork

FROM = 16_384
"""Fewer parts are sooner made again, or kept, by each process."""
_PLACE = 8
_LENGTH_BITS = 24
"""A place is where a part begins in the file, and how long it is, in so many bits: one number, so nobody sees half of it."""
MOST = (1 << _LENGTH_BITS) - 1
"""A part with more bytes is not kept."""


class Spool:
    """Parts by number, each of which is the same whoever makes it. What could not be kept is made again.

    They lie one behind the other: a disk takes seconds to give back a file of a hundred thousand pieces with holes between them.
    """

    def __init__(self, folder: Path, count: int) -> None:
        """Open a file without a name in a folder, for so many parts; processes that are forked later share it."""
        self._file = TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 (it is closed at the end of the `with`)
        self._places = memoryview(mmap(-1, _PLACE * max(count, 1))).cast("Q")
        self._end = fork.Value("Q", 0)

    def __enter__(self) -> Self:
        """Share parts."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Give the room back to the disk."""
        self._file.close()

    def get(self, number: int) -> Any:
        """Give a part; `None` if nobody has put it there."""
        start, length = divmod(self._places[number], 1 << _LENGTH_BITS)
        return pickle.loads(os.pread(self._file.fileno(), length, start)) if length else None  # noqa: S301 (our own)

    def put(self, number: int, part: Any) -> None:
        """Keep a part. Its place is told last: it is there as soon as others see that."""
        content = pickle.dumps(part, pickle.HIGHEST_PROTOCOL)
        if len(content) > MOST:
            return
        with self._end.get_lock():
            start = self._end.value
            self._end.value += len(content)
        with suppress(OSError):  # a full disk, most likely: whoever writes pages will tell
            if os.pwrite(self._file.fileno(), content, start) == len(content):
                self._places[number] = start << _LENGTH_BITS | len(content)


def spool_if_large(folder: Path, count: int) -> AbstractContextManager[Spool | None]:
    """Open a spool for so many parts, if that is worth it."""
    return Spool(folder, count) if count > FROM else nullcontext()
