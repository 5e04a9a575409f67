"""Filters of a list that work without script: a row of radio buttons, and the stylesheet hides what does not fit.

Each choice has a number, and each item the numbers of the choices that it fits. A stylesheet has to name every number,
so there are few: a filter with more choices, with one, or of a short list is not shown.
"""

from collections.abc import Mapping, Sequence
from itertools import product

from msgspec import Struct

MOST = 12
"""So many choices the stylesheet knows."""
FEW = 2
"""A list of so many items needs no filter."""
NAMES = ("first", "second")
"""The names of the filters of one list, as the stylesheet knows them."""


class Choice(Struct, frozen=True):
    """A choice of a filter: its number, and how many items fit it."""

    number: int
    label: str
    count: int


class Filter(Struct, frozen=True):
    """A filter of a list: `name` tells it from the other one."""

    name: str
    legend: str
    choices: tuple[Choice, ...]


class Fitting(Struct, frozen=True):
    """The numbers of the choices that an item fits, with blanks between, for each filter; empty without one."""

    first: str = ""
    second: str = ""


class Filters(Struct, frozen=True):
    """The filters of a list, what each of its items fits, and which pairs of choices no item fits."""

    filters: tuple[Filter, ...]
    items: tuple[Fitting, ...]
    empty: tuple[Fitting, ...]


class By(Struct, frozen=True):
    """What to filter by: for each item its values (verdicts, say), and the labels of all values in their order."""

    legend: str
    values: Sequence[tuple[str, ...]]
    labels: Mapping[str, str]

    def numbers(self) -> dict[str, int]:
        """Number the choices; none when a filter is of no use, or has more than the stylesheet knows."""
        there = {value for values in self.values for value in values}
        known = [value for value in self.labels if value in there]
        useful = 1 < len(known) <= MOST and len(self.values) > FEW
        return {value: number for number, value in enumerate(known, start=1)} if useful else {}


def filters(*by: By) -> Filters:
    """Make up to two filters of the same list."""
    used = [(one, numbers) for one in by if (numbers := one.numbers())]
    fitting = [[_fitting(values, numbers) for values in one.values] for one, numbers in used]
    items = ([_text(of[place]) for of in fitting] for place in range(len(by[0].values)))
    return Filters(
        tuple(_filter(name, *one) for name, one in zip(NAMES, used, strict=False)),
        tuple(Fitting(*item) for item in items),
        _empty(*fitting) if len(used) == len(NAMES) else (),
    )


def _filter(name: str, by: By, numbers: Mapping[str, int]) -> Filter:
    choices = (
        Choice(number, by.labels[value], sum(value in one for one in by.values)) for value, number in numbers.items()
    )
    return Filter(name, by.legend, tuple(choices))


def _fitting(values: tuple[str, ...], numbers: Mapping[str, int]) -> list[int]:
    return sorted(numbers[value] for value in values if value in numbers)


def _text(numbers: list[int]) -> str:
    return " ".join(map(str, numbers))


def _empty(first: list[list[int]], second: list[list[int]]) -> tuple[Fitting, ...]:
    """Give the pairs of choices that no item fits, so that readers are told instead of shown nothing."""
    there = {pair for one, other in zip(first, second, strict=True) for pair in product(one, other)}
    every = product(*(sorted({number for one in of for number in one}) for of in (first, second)))
    return tuple(Fitting(str(one), str(other)) for one, other in every if (one, other) not in there)
