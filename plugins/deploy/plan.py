"""What is here and what is there → an ordered plan: assets, pages and their data, feeds, lists of them; deletes last."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from plugins.deploy.kinds import Kind, kind_of

MANY = 0.2
"""The share of what stands at a target that is deleted with a second yes only."""
RECORD = ".plumbline-deployed"
"""The file at a target that says which others we put there."""
WRITING = "plumbl"
"""What ends the name of a file while we write it into a folder: `.NAME.plumbl`."""


class Stage(Struct, frozen=True):
    """Files that may be sent, or deleted, in any order among themselves; those of the stage before are done first."""

    kind: Kind
    files: tuple[str, ...]
    weight: int
    """In bytes."""


class Plan(Struct, frozen=True):
    """What is sent and then what is deleted, stage after stage."""

    sends: tuple[Stage, ...]
    deletes: tuple[Stage, ...]
    ours: frozenset[str]
    """What earlier deploys put there."""
    standing: int
    """How many of that stand there still."""
    strange: tuple[str, ...]
    """Files that others put there, and that ask whether this is the place: where ours belong, or all if none is ours."""

    @property
    def deleted(self) -> int:
        """How many files are deleted."""
        return sum(len(stage.files) for stage in self.deletes)

    @property
    def deletes_many(self) -> bool:
        """Whether so much is deleted that it may be a mistake."""
        return self.deleted > MANY * self.standing

    @property
    def sent(self) -> int:
        """How many files are sent."""
        return sum(len(stage.files) for stage in self.sends)


def plan(here: Mapping[str, int], there: Mapping[str, bool], ours: frozenset[str], writing: str = WRITING) -> Plan:
    """Plan how the target comes to hold what is here, in an order in which it may stop at any point.

    `here` gives the size of each file, `there` whether a file at the target has the bytes that it has here, `ours`
    which files earlier deploys put there: others are never deleted. `writing` is a pattern: what ends the name of a
    file of ours that was left half-written.
    New files go before changed ones of their kind, so that a list names a page that is there. What others stand on
    goes last: feeds, then pages, then assets.
    """
    wanted = sorted((file for file in here if not there.get(file)), key=lambda file: (*_order(file, there), file))
    gone = sorted(set(_gone(here, there, ours, writing)), key=lambda file: (-kind_of(file), file))
    return Plan(
        sends=tuple(_stages(wanted, lambda file: _order(file, there), here)),
        deletes=tuple(_stages(gone, kind_of, {})),
        ours=ours,
        standing=len(ours & there.keys()),
        strange=tuple(file for file in (wanted if ours else sorted(there)) if file in there and file not in ours),
    )


def _order(file: str, there: Mapping[str, bool]) -> tuple[Kind, bool]:
    return kind_of(file), file in there


def _gone(here: Mapping[str, int], there: Mapping[str, bool], ours: frozenset[str], writing: str) -> Iterator[str]:
    half_written = re.compile(rf"(?P<folder>(?:.*/)?)\.(?P<name>[^/]+)\.(?:{writing})")
    for file in there:
        left = half_written.fullmatch(file)
        if (file in ours and file not in here) or (left and left["folder"] + left["name"] in ours | {RECORD}):
            yield file


def _stages(files: Iterable[str], key: Callable[[str], object], sizes: Mapping[str, int]) -> Iterator[Stage]:
    for _, group in groupby(files, key):
        together = tuple(group)
        yield Stage(kind_of(together[0]), together, sum(sizes.get(file, 0) for file in together))
