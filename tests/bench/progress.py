"""Tells how far we are."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

_EVERY = 10_000
_T = TypeVar("_T")


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)  # noqa: T201


def told(things: Iterable[_T], count: int) -> Iterator[_T]:
    """Give what is given, and tell now and then how much of it."""
    for number, thing in enumerate(things, start=1):
        yield thing
        if number % _EVERY == 0:
            say(f"  written {number:,} of {count:,}")
