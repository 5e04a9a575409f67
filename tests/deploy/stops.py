"""A deploy is stopped at random points and gone on with: what readers see at each stop, and at the end."""

import random
from collections.abc import Callable, Iterator, Sequence

import pytest

from plugins.deploy.folder import Folder
from plugins.deploy.target import Here, Target, TargetFault
from tests.deploy.publication import bring, missing, read

POINTS = 20


class Killed(BaseException):
    """The process that deploys is gone: nothing of ours catches this."""


def points(count: int, seed: int, number: int = POINTS) -> list[int]:
    """Choose points among so many."""
    return sorted(random.Random(seed).sample(range(count), number))  # noqa: S311 (nothing is hidden here)


def prove(
    was: Here, comes: Here, target: Target, seen: Callable[[], dict[str, bytes]], stop: Callable[[], Target]
) -> None:
    """Deploy a release over another, by a target that stops; look; go on by one that does not.

    `seen` reads all that readers can see there.
    """
    before, after = read(was), read(comes)
    with pytest.raises((Killed, TargetFault)):
        bring(comes, stop())
    half = seen()
    assert missing(half) == []
    assert {file for file, content in half.items() if content not in {before.get(file), after.get(file)}} == set()
    bring(comes, target)
    assert seen() == after
    assert bring(comes, target) == (0, 0)


class Dying(Folder):
    """A folder at which the process is killed at the operation of a number: in the midst of writing, or after it."""

    dies_at = -1
    done = 0

    def _put(self, file: str, content: bytes) -> None:
        self._live(file, content[: len(content) // 2])
        self._live(file, content)
        super()._put(file, content)

    def delete(self, here: Here, files: Sequence[str]) -> Iterator[str]:
        for file in files:
            self._live()
            yield from super().delete(here, [file])

    def _live(self, file: str = "", content: bytes = b"") -> None:
        self.done += 1
        if self.done < self.dies_at or self.dies_at < 0:
            return
        if file:
            path = self.folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_name(f".{path.name}.plumbl").write_bytes(content)
        raise Killed
