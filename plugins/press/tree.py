"""A tree of files under way to a release. Files may be hard-linked between trees; none is written over that anyone else has."""

import fcntl
import os
import signal
import stat
import sys
from pathlib import Path

from plugins.press.manifest import Files


class ReleaseChanged(Exception):
    """A file of a release was taken away by another hand, or cannot stand where it belongs: all has to be made anew."""


_IN_THE_WAY = NotADirectoryError, IsADirectoryError
"""An address is a folder's now, and was a file's before, or the other way round."""


class Tree:
    """A tree under way: files are put into it, or linked from the one that is shown."""

    def __init__(
        self, name: str, folder: Path, shown: Path | None, before: Files, unlike: frozenset[str] | None
    ) -> None:
        """`before` are the files of the one that is shown, in `unlike` of which the two differ: in all, if this one is empty."""
        self.name = name
        self.folder = folder
        self.shown = shown
        self.before = before
        self.unlike = frozenset(before) if unlike is None else unlike
        self.put_here: set[str] = set()

    def find(self, file: str) -> Path:
        """Tell where a file is until the tree is complete."""
        return self.folder / file if file in self.put_here or self.shown is None else self.shown / file

    def link(self, file: str) -> None:
        """Take an unchanged file over from the release that is shown."""
        try:
            self._link(f"{self.shown}/{file}", f"{self.folder}/{file}")
        except (FileNotFoundError, *_IN_THE_WAY):
            raise ReleaseChanged(file) from None

    def _link(self, shown: str, path: str) -> None:
        try:
            os.link(shown, path)
        except FileNotFoundError:
            _make_folder(path.rpartition("/")[0])
            os.link(shown, path)
        except FileExistsError:  # as it was two releases ago
            os.unlink(path)  # noqa: PTH108 (once for each of thousands of files; a Path costs as much)
            os.link(shown, path)


def put(folder: Path, file: str, content: bytes, *, older: bool = False) -> None:
    """Make a file in a tree that is not shown; `older` tells that one most likely stands there already.

    What stands there is written over if nobody else has it, which costs a file system a fraction of what a new file does. Else it
    gives way: the other tree may have it too, and somebody may still be reading it.
    """
    path = f"{folder}/{file}"
    place = _ours_alone(path, len(content)) if older else None
    try:
        place = _new(path) if place is None else place
    except _IN_THE_WAY:
        raise ReleaseChanged(file) from None
    try:
        while content:  # once, as a rule; `open` would ask three things about each file first
            content = content[os.write(place, content) :]
    finally:
        os.close(place)


def _ours_alone(path: str, size: int) -> int | None:
    """Open a file to be written over with so many bytes; nothing if it has another name, or if anyone else has it open.

    The second is what a write lease tells (fcntl(2)): none is given then, and whoever opens the file later waits until it is closed here.
    """
    if sys.platform != "linux":
        return None
    try:
        about = os.lstat(path)
        if about.st_nlink > 1 or not stat.S_ISREG(about.st_mode):
            return None
        old = os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:  # there is none
        return None
    try:
        fcntl.fcntl(old, fcntl.F_SETSIG, signal.SIGURG)  # by default a process that is told of one who waits is ended
        fcntl.fcntl(old, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        if about.st_size > size:
            os.ftruncate(old, size)
    except OSError:  # someone has it open, or the file system gives no leases
        os.close(old)
        return None
    return old


def _new(path: str) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    try:
        return os.open(path, flags, 0o666)
    except FileNotFoundError:
        _make_folder(path.rpartition("/")[0])
    except FileExistsError:
        os.unlink(path)  # noqa: PTH108 (likewise)
    return os.open(path, flags, 0o666)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102 (likewise)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 (likewise)
    except FileExistsError:  # another process was quicker
        return


def remove(folder: Path, file: str) -> None:
    """Take a file out of a tree that is not shown, if it is there, and the folders that are empty then."""
    path = folder / file
    try:
        path.unlink(missing_ok=True)
    except _IN_THE_WAY:  # so the file is not there
        return
    for parent in path.parents:
        if parent == folder or not parent.exists() or any(parent.iterdir()):
            return
        parent.rmdir()
