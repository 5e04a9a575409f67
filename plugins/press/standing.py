"""What the files of a release stand on: every fact that holds has a place there, and entries name the places.

A place takes half the room of a fact. A fact keeps its place from release to release for as long as it holds; who stood on one that
fell is made anew, so its place is given to a new one at once.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct

_FACTS, _PLACES = "Q", "I"
FACT = 8
"""The length of a fact in bytes."""
_FREE = 0
"""Stands in the table where no fact has its place."""
FEW = 16
"""So few places are sooner found among the bytes of an entry than by reading its numbers."""


class Ground(Struct, frozen=True):
    """The facts of a release."""

    table: bytes
    """All that hold, by place (uint64s)."""
    places: Mapping[int, int]
    """Fact → place."""
    fallen: Mapping[int, int]
    """What held for the release before, and holds no more → the place that it had there."""
    inherited: frozenset[int]
    """The places of fallen facts that went to their heirs."""


def ground(before: bytes, now: AbstractSet[int], heirs: Mapping[int, int]) -> Ground:
    """Give every fact that holds now a place.

    `before` is the table of the release before; `heirs` names, for some facts that may have fallen, the one that gets its place.
    """
    table = array(_FACTS, before)
    places = dict(zip(table, range(len(table)), strict=True))
    places.pop(_FREE, None)
    fallen = {fact: places.pop(fact) for fact in places.keys() - now}
    inherited = {heirs[fact]: place for fact, place in fallen.items() if fact in heirs}
    for fact, place in inherited.items():
        places[fact], table[place] = place, fact
    new = now - places.keys()
    free = [place for place, fact in enumerate(table) if fact == _FREE or fact in fallen]
    more = range(len(table), len(table) + len(new) - len(free))
    table.extend([_FREE] * len(more))
    for place in free:
        table[place] = _FREE
    for fact, place in zip(new, [*free, *more], strict=False):
        places[fact], table[place] = place, fact
    return Ground(table.tobytes(), places, fallen, frozenset(inherited.values()))


def packed(places: Iterable[int]) -> bytes:
    """Give places as an entry has them (uint32s)."""
    return array(_PLACES, places).tobytes()


def unpacked(stands_on: bytes) -> Iterable[int]:
    """Give the places that an entry has."""
    return array(_PLACES, stands_on)


def standing(fallen: AbstractSet[int]) -> Callable[[bytes], bool]:
    """Give what tells of the places of an entry whether the facts there still hold; `fallen` are those where they do not."""
    if len(fallen) > FEW:
        return lambda stands_on: fallen.isdisjoint(unpacked(stands_on))
    few = [packed((one,)) for one in fallen]

    def stands(stands_on: bytes) -> bool:
        for one in few:  # noqa: SIM110 (a generator for each of thousands of files costs more than the search)
            if one in stands_on and not fallen.isdisjoint(unpacked(stands_on)):  # not across two others
                return False
        return True

    return stands
