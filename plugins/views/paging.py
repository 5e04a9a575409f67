"""Long lists in pages."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from plugins.core.resolve.holdings import PER_PAGE
from plugins.press.site import Site
from plugins.views.frame import Link

T = TypeVar("T")


class Paging(Struct, frozen=True):
    """Where a page stands among the others."""

    page: int
    pages: int
    newer: Link | None
    older: Link | None


def count_pages(items: Sequence[object]) -> int:
    """Count the pages of a list; an empty one has one empty page."""
    return max(1, -(-len(items) // PER_PAGE))


def cut(site: Site, items: Sequence[T], page: int, address: Callable[[int], str]) -> tuple[Sequence[T], Paging]:
    """Give the items of a page (from 1), and its neighbours."""
    pages = count_pages(items)
    newer = Link(site.at(address(page - 1)), site.say("Newer")) if page > 1 else None
    older = Link(site.at(address(page + 1)), site.say("Older")) if page < pages else None
    return items[(page - 1) * PER_PAGE : page * PER_PAGE], Paging(page, pages, newer, older)
