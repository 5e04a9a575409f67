"""The list of feeds that readers import (OPML 2.0): every feed that it names is there."""

from collections.abc import Collection, Iterator

from plugins.audit.feed import Unreadable
from plugins.audit.lint import told, unreadable
from plugins.audit.reading import tree
from plugins.core.problems import Problem


def opml(data: bytes, file: str, feeds: Collection[str]) -> Iterator[Problem]:
    """Judge a list of feeds; `feeds` are the addresses of those that are there."""
    try:
        root = tree(data)
    except Unreadable as error:
        yield unreadable(file, error)
        return
    for one in root.iter("outline"):
        address = one.get("xmlUrl")
        if not one.get("text"):
            yield told(file, "MissingElement", "An outline has no `text`: readers show a blank line.", one.sourceline)
        if address is not None and address not in feeds:
            yield told(file, "DeadFeed", f"It lists the feed {address}, which is not there.", one.sourceline)
