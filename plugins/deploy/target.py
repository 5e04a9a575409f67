"""What a target can do, and what can go wrong there."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

FORMS = "a folder, rsync://host/module/path, user@host:path or s3://bucket/prefix"
"""What a target may be."""


class TargetFault(Exception):
    """The target is slow, refuses, or died; going on is deploying again."""


class CannotDeploy(Exception):
    """The command was used wrongly, or what it needs is not installed."""


class Local(Struct, frozen=True):
    """A file of the release: the folder that it lies in, and its size in bytes."""

    root: Path
    size: int


Here = Mapping[str, Local]
"""All that is to be deployed, by the name that it has there."""


class Target(Protocol):
    """A place that readers are served from. Whatever raises there is a `TargetFault` or an `OSError`.

    A file is seen there as it was or as it is now, never half-written. Unchanged files keep their time and their ETag,
    since nothing touches them.
    """

    packs: bool
    """Whether its server can give out packed forms that lie beside a file."""
    writing: str
    """A pattern: what ends the name of a file that was left half-written there."""

    def recorded(self) -> str:
        """Give the record of what earlier deploys put there; empty when there were none."""

    def standing(self, here: Here) -> dict[str, bool]:
        """List every file that stands there, and whether its bytes are those that it has here."""

    def record(self, text: str) -> None:
        """Replace the record."""

    def send(self, here: Here, files: Sequence[str]) -> Iterator[str]:
        """Send files, and name each when it is there."""

    def delete(self, here: Here, files: Sequence[str]) -> Iterator[str]:
        """Delete files, and folders that are empty then; name each file."""
