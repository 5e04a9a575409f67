"""Long lists in pages."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from plugins.views.frame import Link

PER_PAGE = 20
T = TypeVar("T")


class Paging(Struct, frozen=True):
    """Where a page stands among the others."""

    page: int
    pages: int
    newer: Link | None
    older: Link | None


def cut(items: Sequence[T], address: Callable[[int], str]) -> Iterator[tuple[int, Sequence[T], Paging]]:
    """Cut a list into pages: number, items, neighbours. An empty list has one empty page."""
    pages = max(1, -(-len(items) // PER_PAGE))
    for page in range(1, pages + 1):
        newer = Link(address(page - 1), "Newer") if page > 1 else None
        older = Link(address(page + 1), "Older") if page < pages else None
        yield page, items[(page - 1) * PER_PAGE : page * PER_PAGE], Paging(page, pages, newer, older)
