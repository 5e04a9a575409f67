"""YAML → a tree in which every scalar is a string and knows its place. The only door to the YAML library.

Composed from libyaml's events, so that `no` stays `no` and `1.10` stays `1.10` (types come from the
model), duplicate keys are seen, and depth is bounded before any recursion.
"""

import re
from collections.abc import Iterator
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from plugins.core.parse.notes import Note, short
from plugins.core.parse.refused import REFUSED, refusal
from plugins.core.parse.report import Faults
from plugins.core.parse.yaml_errors import note_wide_indentation, note_yaml_error

DEPTH = 32
"""The deepest nesting taken in."""

_YAML_TAG = "tag:yaml.org,2002:"
_COMMENT = re.compile(r"[ \t]+#")


class Node:
    """A YAML value: text, a list of nodes, or an ordered mapping from key to (key node, value node)."""

    __slots__ = ("column", "end", "line", "start", "style", "value")

    def __init__(self, value: Any, event: Any) -> None:
        """Remember the 0-based line and column, the span in code points, and the scalar style."""
        self.value = value
        self.line: int = event.start_mark.line
        self.column: int = event.start_mark.column
        self.start: int = event.start_mark.index
        self.end: int = event.end_mark.index
        self.style: str = getattr(event, "style", "") or ""

    @property
    def bare_empty(self) -> bool:
        """Whether nothing was written after the colon or dash."""
        return self.value == "" and not self.style


class _Refused(Exception):
    """Stops composing; the fault is noted already."""


def compose(faults: Faults) -> Node | None:
    """Compose the single document of the part's text; `None`, and a fault noted, when there is none."""
    if note_wide_indentation(faults):
        return None
    try:
        return _Composer(faults).document()
    except _Refused:
        return None
    except YAMLError as error:
        note_yaml_error(error, faults)
        return None


class _Composer:
    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._text = faults.text
        self._comments = " #" in faults.text or "\t#" in faults.text

    def document(self) -> Node | None:
        events = self._events()
        root = next((self._node(event, events, 1) for event in events), None)
        if root is None:
            self._faults.add("empty-file", 0, 0, "There is nothing in this YAML.", "write it, or delete it")
        for event in events:
            self._refuse("bad-yaml", event, "A second YAML document begins here.", "keep one document a file")
        return root

    def _events(self) -> Iterator[Any]:
        parser = CParser(self._text)
        while parser.check_event():
            event = parser.get_event()
            if not type(event).__name__.startswith(("Stream", "Document")):
                yield event

    def _refuse(self, code: str, event: Any, message: str, fix: str) -> None:
        self._faults.add(code, event.start_mark.line, event.start_mark.column, message, fix)
        raise _Refused

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        if depth > DEPTH:
            self._refuse("too-deep", event, f"This is nested more than {DEPTH} levels deep.", "flatten it")
        if isinstance(event, AliasEvent) or event.anchor:
            self._refuse(
                "yaml-alias", event, "YAML anchors and aliases (`&`, `*`) are not taken.",
                "write the value out; text that begins with & or * goes under `>-`",
            )  # fmt: skip
        if event.tag:
            self._refuse(
                "bad-yaml", event, f"YAML tags (`{event.tag.replace(_YAML_TAG, '!!')}`) are not taken.",
                "leave the tag out; text that begins with ! goes under `>-`",
            )  # fmt: skip
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, SequenceStartEvent):
            items = Node([], event)
            for child in events:
                if isinstance(child, SequenceEndEvent):
                    break
                items.value.append(self._node(child, events, depth + 1))
            return items
        return self._mapping(event, events, depth)

    def _scalar(self, event: Any) -> Node:
        node = Node(event.value, event)
        if node.style == '"' and REFUSED.search(node.value):
            self._without_refused(node)
        if self._comments and not node.style and event.value:
            end = event.end_mark.index
            if _COMMENT.match(self._text, end):
                self._faults.add(
                    "comment-after-text", event.end_mark.line, event.end_mark.column,
                    "What follows ` #` is a comment and is not shown.",
                    "put the text under `>-` if it belongs to it, else move the comment to a line of its own",
                )  # fmt: skip
        return node

    def _without_refused(self, node: Node) -> None:
        """Replace characters that were written as escapes, and note them: our placeholders are such."""
        value, node.value = node.value, REFUSED.sub("\ufffd", node.value)
        for match in REFUSED.finditer(value):
            self._faults.add_in(node, Note("control-character", match.start(), *refusal(match[0])))

    def _mapping(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        assert isinstance(event, MappingStartEvent)
        mapping = Node({}, event)
        for child in events:
            if isinstance(child, MappingEndEvent):
                break
            key = self._node(child, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key.value, str):
                self._faults.add("bad-yaml", key.line, key.column, "A key has to be plain text.", "write `key: value`")
            elif key.value in mapping.value:
                first = mapping.value[key.value][0]
                self._faults.add(
                    "duplicate-key", key.line, key.column,
                    f"`{short(key.value)}` is written twice; first in line {first.line + self._faults.first_line}.",
                    "keep one of the two",
                )  # fmt: skip
            else:
                mapping.value[key.value] = (key, value)
        return mapping
