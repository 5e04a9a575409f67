"""Filters of a list that work without script: a row of radio buttons, and the stylesheet hides what does not fit.

Each choice has a number, and each item the numbers of the choices that it fits. A stylesheet has to name every number,
so there are few: a filter with more choices, or with one, is not shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from msgspec import Struct

MOST = 12
"""So many choices the stylesheet knows."""
NAMES = ("first", "second")
"""The names of the filters of one list, as the stylesheet knows them."""

Values = Sequence[tuple[str, ...]]
"""For each item of a list what a filter goes by: its verdicts, say."""


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
    """The numbers of the choices that something fits, with blanks between, for each filter; empty without one."""

    first: str = ""
    second: str = ""


class Filters(Struct, frozen=True):
    """The filters of a list, what each of its items fits, and which pairs of choices nothing fits."""

    filters: tuple[Filter, ...]
    items: tuple[Fitting, ...]
    empty: tuple[Fitting, ...]


def filters(*by: tuple[str, Values, Mapping[str, str]]) -> Filters:
    """Make up to two filters, each of a legend, the values of all items, and the labels of values in their order."""
    found, numbers = [], []
    for legend, values, labels in by:
        made = _filter(NAMES[len(found)], legend, values, labels)
        if made:
            found.append(made[0])
            numbers.append(made[1])
    size = len(by[0][1])
    items = tuple(Fitting(*(_text(of[place]) for of in numbers)) for place in range(size))
    return Filters(tuple(found), items, _empty(numbers) if len(numbers) == len(NAMES) else ())


def _filter(
    name: str, legend: str, values: Values, labels: Mapping[str, str]
) -> tuple[Filter, list[tuple[int, ...]]] | None:
    there = [value for value in labels if any(value in one for one in values)]
    if not 1 < len(there) <= MOST:
        return None
    number = {value: place for place, value in enumerate(there, start=1)}
    choices = (Choice(number[value], labels[value], sum(value in one for one in values)) for value in there)
    return Filter(name, legend, tuple(choices)), [
        tuple(number[value] for value in one if value in number) for one in values
    ]


def _empty(numbers: list[list[tuple[int, ...]]]) -> tuple[Fitting, ...]:
    """Give the pairs of choices that nothing fits, so that readers are told instead of shown nothing."""
    first, second = numbers
    there = {pair for one, other in zip(first, second, strict=True) for pair in product(one, other)}
    every = product(*(sorted({number for one in of for number in one}) for of in numbers))
    return tuple(Fitting(str(one), str(other)) for one, other in every if (one, other) not in there)


def _text(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))
