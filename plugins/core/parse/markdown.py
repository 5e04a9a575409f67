"""The only door to the Markdown library: CommonMark with tables, footnotes, definition lists and the like."""

from typing import Any

import pyromark

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
)

Event = tuple[Any, dict[str, int]]


def events(text: str) -> list[Event]:
    """Parse into (event, byte range) pairs; text is not merged, so that each piece keeps its range."""
    return list(pyromark.events_with_range(text, options=_OPTIONS))


def html(text: str) -> str:
    """Render to HTML; raw HTML passes through, so sanitise the result."""
    rendered: str = pyromark.html(text, options=_OPTIONS)
    return rendered
