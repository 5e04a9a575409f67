"""Planned changes → the disk: all of them, or none."""

import contextlib
import os
import shutil
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

from plugins.desk.correcting.plan import Change
from plugins.desk.correcting.wish import Refused


def difference(change: Change) -> Iterator[str]:
    """Show what would be written, as a difference of lines."""
    before, after = (content.decode().removeprefix("\ufeff").splitlines() for content in (change.before, change.after))
    yield from unified_diff(before, after, change.shown, change.shown, lineterm="")


def write(changes: Sequence[Change]) -> None:
    """Write them: whole new files first, then each takes its place; should one not, those before go back."""
    targets = [change.path.resolve() for change in changes]
    for change, target in zip(changes, targets, strict=True):
        if target.read_bytes() != change.before:
            raise Refused(f"{change.shown} changed meanwhile; nothing was written, run this again.", 1)
    try:
        for change, target in zip(changes, targets, strict=True):
            _put(_beside(target), change.after, target)
        _switch(changes, targets)
    finally:
        for target in targets:
            _beside(target).unlink(missing_ok=True)


def _switch(changes: Sequence[Change], targets: Sequence[Path]) -> None:
    done: list[tuple[Change, Path]] = []
    try:
        for change, target in zip(changes, targets, strict=True):
            _beside(target).replace(target)
            done.append((change, target))
    except BaseException:
        for change, target in done:
            with contextlib.suppress(OSError):
                _put(_beside(target), change.before, target)
                _beside(target).replace(target)
        raise


def _beside(target: Path) -> Path:
    """Name the new file: hidden, so that nobody takes it for copy."""
    return target.with_name(f".{target.name}.new")


def _put(path: Path, content: bytes, like: Path) -> None:
    """Write a new file, to the disk itself, that whoever may read and write `like` may read and write too."""
    path.unlink(missing_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    shutil.copymode(like, path)
