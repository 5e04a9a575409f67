"""Which pages stand as they are: those that stand on nothing that fell since they were made, or looked at last."""

from array import array
from collections.abc import Callable

SIZE = 8
FEW = 16
"""So few facts are sooner found among the bytes of an entry than by reading its numbers."""


def standing(before: bytes, now: frozenset[int]) -> Callable[[bytes], bool]:
    """Give what tells of an entry's facts (uint64s) whether all of them still hold.

    `before` has all facts that held when the release was made (uint64s), those of its entries among them. Bytes that
    look like a fact across two others make a page anew for nothing, no more.
    """
    if len(before) % SIZE:
        return lambda _: False
    fallen = frozenset(array("Q", before)) - now
    if len(fallen) > FEW:
        return lambda stands_on: len(stands_on) % SIZE == 0 and fallen.isdisjoint(array("Q", stands_on))
    few = [array("Q", (one,)).tobytes() for one in fallen]

    def stands(stands_on: bytes) -> bool:
        for one in few:  # noqa: SIM110 (a generator for each of thousands of files costs more than the search)
            if one in stands_on:
                return False
        return True

    return stands
