"""Long lists in pages."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

from plugins.core.resolve.publication import PER_PAGE, pages_for
from plugins.press.site import Site
from plugins.views.frame import Link

T = TypeVar("T")


class Paging(Struct, frozen=True):
    """Where a page stands among the others."""

    page: int
    pages: int
    newer: Link | None
    older: Link | None


def count_pages(items: Sequence[object], per_page: int = PER_PAGE) -> int:
    """Count the pages of a list; an empty one has one empty page."""
    return pages_for(len(items), per_page)


def titled(site: Site, title: str, page: int) -> str:
    """Give the title of a page of a list (from 1): further ones say which they are."""
    return title if page == 1 else site.say("{title}, page {page}", title=title, page=page)


def cut(
    site: Site, items: Sequence[T], page: int, address: Callable[[int], str], per_page: int = PER_PAGE
) -> tuple[Sequence[T], Paging]:
    """Give the items of a page (from 1) of a list that has the newest first, and its neighbours."""
    newer, older = site.say("Newer"), site.say("Older")
    shown = items[(page - 1) * per_page : page * per_page]
    return shown, paging(site, page, count_pages(items, per_page), address, newer, older)


def paging(site: Site, page: int, pages: int, address: Callable[[int], str], before: str, after: str) -> Paging:
    """Link the neighbours of a page (from 1), named as readers see them."""
    return Paging(
        page,
        pages,
        Link(site.at(address(page - 1)), before) if page > 1 else None,
        Link(site.at(address(page + 1)), after) if page < pages else None,
    )
