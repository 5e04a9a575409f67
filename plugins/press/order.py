"""In which order things are made, and which of them before processes are forked."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from plugins.core.addresses import page_beside
from plugins.crew import SMALL
from plugins.press.pages import Page, Thing

_PLACES = "L"
TOGETHER = 256
"""So many pages are made before the files that stand beside them."""
BESIDE = 0.1
"""A file beside a page is made in a tenth of the time that a page takes."""


def weight(thing: Thing) -> float:
    """Tell how long a thing takes to be made, compared with others."""
    return 1 if page_beside(thing.address) == thing.address else BESIDE


def in_order(things: Sequence[Thing], places: Iterable[int]) -> "array[int]":
    """Order things, by their places: those of a kind of which there are few, then the others side by side.

    Few are files of all that there is, which take much memory for themselves: at first most of it is free. The order itself takes
    little: a process that reads numbers of an array copies nothing of what it was forked with.
    """
    kinds = _kinds(things, places)
    few = [place for some in kinds.values() if len(some) < SMALL for place in some]
    many = sorted(place for some in kinds.values() if len(some) >= SMALL for place in some)
    return array(_PLACES, (*few, *_side_by_side(things, many)))


def ahead(things: Sequence[Thing], places: Iterable[int]) -> frozenset[int]:
    """Choose, by place, one of each kind of which there are many: it is made before processes are forked.

    So what a kind needs (its template compiled, a library) is there once, and not made in each of them.
    """
    return frozenset(some[0] for some in _kinds(things, places).values() if len(some) >= SMALL)


def _kinds(things: Sequence[Thing], places: Iterable[int]) -> Mapping[str, list[int]]:
    """Sort things out by what makes them."""
    kinds: dict[str, list[int]] = {}
    for place in places:
        thing = things[place]
        kinds.setdefault(thing.template if isinstance(thing, Page) else "", []).append(place)
    return kinds


def _side_by_side(things: Sequence[Thing], places: Iterable[int]) -> Iterator[int]:
    """Let files beside pages follow soon: they show the same, in the same folders.

    They follow some pages together, since things of one kind are made sooner one after the other.
    """
    of_page: dict[str, list[int]] = {}
    for place in places:
        of_page.setdefault(page_beside(things[place].address), []).append(place)
    groups = [*of_page.values()]
    some = (groups[start : start + TOGETHER] for start in range(0, len(groups), TOGETHER))
    kinds = chain.from_iterable(zip_longest(*pages) for pages in some)
    return (place for kind in kinds for place in kind if place is not None)
