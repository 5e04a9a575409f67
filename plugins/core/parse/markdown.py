"""The only door to the Markdown library: CommonMark with tables, footnotes, definition lists and the like."""

from collections.abc import Callable
from typing import Any, TypeVar

import pyromark

_PLAIN = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
_OPTIONS = _PLAIN | pyromark.Options.ENABLE_HEADING_ATTRIBUTES

Event = tuple[Any, dict[str, int]]
T = TypeVar("T")


def events(text: str, *, merged: bool = False) -> list[Event]:
    """Parse into (event, byte range) pairs; each piece of text keeps its range, unless they are to be merged."""
    return _tried(lambda options: list(pyromark.events_with_range(text, options=options, merge_text=merged)))


def html(text: str) -> str:
    """Render to HTML; raw HTML passes through, so sanitise the result."""
    return _tried(lambda options: str(pyromark.html(text, options=options)))


def _tried(parse: Callable[[Any], T]) -> T:
    r"""Parse; should the library panic, parse without the attributes of headings.

    pulldown-cmark 0.13 panics on them where a task is nothing but a backslash above a line of a heading
    (`- [x] \⏎  -`). Its panic is no `Exception`, and its class cannot be imported.
    """
    try:
        return parse(_OPTIONS)
    except BaseException as panic:
        if type(panic).__name__ != "PanicException":
            raise
        return parse(_PLAIN)
