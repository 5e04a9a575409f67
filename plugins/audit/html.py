"""HTML as readers and browsers take it: whatever it is, there is a tree. The audit's door to lxml's parser of HTML."""

from collections.abc import Callable
from typing import Any, cast

from lxml import etree

Query = Callable[[Any], list[Any]]
"""From a tree to the elements or the strings that it looks for."""


def html_tree(data: bytes) -> Any:
    """Parse HTML that nobody vouches for; nothing is fetched."""
    return etree.fromstring(data or b"<html/>", etree.HTMLParser(encoding="utf-8", no_network=True))


def every(path: str) -> Query:
    """Prepare a search by XPath."""
    return cast("Query", etree.XPath(path, smart_strings=False))


def first_words(candidates: list[str]) -> list[str]:
    """Give the addresses in values of `srcset`."""
    return [one.split()[0] for each in candidates for one in each.split(", ") if one.strip()]
