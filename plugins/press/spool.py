"""A file through which the processes of a build share large parts: what one of them made, another reads."""

import os
import pickle
from contextlib import AbstractContextManager, nullcontext, suppress
from mmap import mmap
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Self

ROOM = 1 << 16
"""So many bytes a part may have. Where one has fewer the file has a hole, which takes no room on the disk."""
FROM = 16_384
"""Fewer parts are sooner made again, or kept, by each process."""
_LENGTH = 4


class Spool:
    """Parts by number, each of which is the same whoever makes it. What there is no room for is made again."""

    def __init__(self, folder: Path, count: int) -> None:
        """Open a file without a name in a folder, for so many parts; processes that are forked later share it."""
        self._file = TemporaryFile(dir=folder, buffering=0)  # noqa: SIM115 (it is closed at the end of the `with`)
        self._lengths = memoryview(mmap(-1, _LENGTH * max(count, 1))).cast("I")

    def __enter__(self) -> Self:
        """Share parts."""
        return self

    def __exit__(self, *raised: object) -> None:
        """Give the room back to the disk."""
        self._file.close()

    def get(self, number: int) -> Any:
        """Give a part; `None` if nobody has put it there."""
        length = self._lengths[number]
        return pickle.loads(os.pread(self._file.fileno(), length, number * ROOM)) if length else None  # noqa: S301 (our own)

    def put(self, number: int, part: Any) -> None:
        """Keep a part. Its length is told last: it is there as soon as others see that."""
        content = pickle.dumps(part, pickle.HIGHEST_PROTOCOL)
        if len(content) <= ROOM:
            with suppress(OSError):  # a full disk, most likely: whoever writes pages will tell
                if os.pwrite(self._file.fileno(), content, number * ROOM) == len(content):
                    self._lengths[number] = len(content)


def spool_if_large(folder: Path, count: int) -> AbstractContextManager[Spool | None]:
    """Open a spool for so many parts, if that is worth it."""
    return Spool(folder, count) if count > FROM else nullcontext()
