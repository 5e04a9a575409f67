"""YAML → a tree in which every scalar is a string and knows its place. The only door to the YAML library.

Composed from libyaml's events, so that `no` stays `no` and `1.10` stays `1.10` (types come from the
model), duplicate keys are seen, and depth is bounded before any recursion.
"""

import re
from collections.abc import Callable
from typing import Any, NoReturn

from msgspec import Struct
from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from plugins.core.parse import direction
from plugins.core.parse.notes import Note, short
from plugins.core.parse.refused import REFUSED, refusal
from plugins.core.parse.report import Faults
from plugins.core.parse.yaml_errors import note_wide_indentation, note_yaml_error

DEPTH = 32
"""The deepest nesting taken in."""

_FRAME = (StreamStartEvent, DocumentStartEvent, DocumentEndEvent, StreamEndEvent)
_YAML_TAG = "tag:yaml.org,2002:"
_COMMENT = re.compile(r"[ \t]+#")


class Node(Struct, eq=False):
    """A YAML value: text, a list of nodes, or an ordered mapping from key to (key node, value node)."""

    value: Any
    event: Any
    """Where it comes from; its place is looked up there, when something is wrong."""

    @property
    def line(self) -> int:
        """The line, 0-based."""
        return int(self.event.start_mark.line)

    @property
    def column(self) -> int:
        """The column, 0-based, in code points."""
        return int(self.event.start_mark.column)

    @property
    def start(self) -> int:
        """The offset in code points at which it begins."""
        return int(self.event.start_mark.index)

    @property
    def end(self) -> int:
        """The offset at which it ends."""
        return int(self.event.end_mark.index)

    @property
    def style(self) -> str:
        """The style of a scalar: its quotation mark, `>` or `|`; empty for bare text."""
        return getattr(self.event, "style", "") or ""

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
        self._comments = "#" in faults.text and (" #" in faults.text or "\t#" in faults.text)
        self._next: Callable[[], Any] = CParser(faults.text).get_event

    def document(self) -> Node | None:
        root: Node | None = None
        for event in iter(self._next, None):
            if isinstance(event, _FRAME):
                continue
            if root is not None:
                self._refuse("bad-yaml", event, "A second YAML document begins here.", "keep one document a file")
            root = self._node(event, 1)
        if root is None:
            self._faults.add("empty-file", 0, 0, "There is nothing in this YAML.", "write it, or delete it")
        return root

    def _refuse(self, code: str, event: Any, message: str, fix: str) -> NoReturn:
        self._faults.add(code, event.start_mark.line, event.start_mark.column, message, fix)
        raise _Refused

    def _node(self, event: Any, depth: int) -> Node:
        if depth > DEPTH or event.anchor or event.tag:
            self._refuse_node(event, depth)
        if event.__class__ is ScalarEvent:
            node = Node(event.value, event)
            if event.style == '"':
                self._note_escaped(node)
            elif self._comments and not event.style:
                self._note_comment(event)
            return node
        if event.__class__ is MappingStartEvent:
            return self._mapping(event, depth + 1)
        items = []
        while (child := self._next()).__class__ is not SequenceEndEvent:
            items.append(self._node(child, depth + 1))
        return Node(items, event)

    def _refuse_node(self, event: Any, depth: int) -> NoReturn:
        if depth > DEPTH:
            self._refuse("too-deep", event, f"This is nested more than {DEPTH} levels deep.", "flatten it")
        if event.anchor:
            self._refuse(
                "yaml-alias", event, "YAML anchors and aliases (`&`, `*`) are not taken.",
                "write the value out; text that begins with & or * goes under `>-`",
            )  # fmt: skip
        self._refuse(
            "bad-yaml", event, f"YAML tags (`{event.tag.replace(_YAML_TAG, '!!')}`) are not taken.",
            "leave the tag out; text that begins with ! goes under `>-`",
        )  # fmt: skip

    def _note_comment(self, event: Any) -> None:
        end = event.end_mark
        if event.value and _COMMENT.match(self._text, end.index):
            self._faults.add(
                "comment-after-text", end.line, end.column,
                "What follows ` #` is a comment and is not shown.",
                "put the text under `>-` if it belongs to it, else move the comment to a line of its own",
            )  # fmt: skip

    def _note_escaped(self, node: Node) -> None:
        """Note characters that were written as escapes, and replace what no copy may hold: our placeholders are such."""
        value = node.value
        if REFUSED.search(value):
            node.value = REFUSED.sub("\ufffd", value)
            for match in REFUSED.finditer(value):
                self._faults.add_in(node, Note("control-character", match.start(), *refusal(match[0])))
        if direction.SIGNS.search(value):
            for offset, message, fix in direction.unbalanced(value):
                self._faults.add_in(node, Note("text-direction", offset, message, fix))

    def _mapping(self, event: Any, depth: int) -> Node:
        found: dict[str, tuple[Node, Node]] = {}
        while (child := self._next()).__class__ is not MappingEndEvent:
            key = self._node(child, depth)
            value = self._node(self._next(), depth)
            if not isinstance(key.value, str):
                self._faults.add("bad-yaml", key.line, key.column, "A key has to be plain text.", "write `key: value`")
            elif key.value in found:
                first = found[key.value][0]
                self._faults.add(
                    "duplicate-key", key.line, key.column,
                    f"`{short(key.value)}` is written twice; first in line {first.line + self._faults.first_line}.",
                    "keep one of the two",
                )  # fmt: skip
            else:
                found[key.value] = (key, value)
        return Node(found, event)
