"""Spot → place: looks a field or an offset up in the text of its file, when a problem needs it."""

from functools import cached_property

from plugins.core.parse.header import split
from plugins.core.parse.report import Faults
from plugins.core.parse.scalar_place import raw_offset
from plugins.core.parse.yaml_tree import Node, compose
from plugins.core.problems import Place, Spot


class FileMap:
    """The text of a file, in which any number of spots can be found; its YAML is composed once."""

    def __init__(self, path: str, text: str) -> None:
        """Take the text; empty for a file that is not there or could not be read."""
        self.path = path
        parts = split(text) if path.endswith(".md") else None
        self._body, self._body_line = (parts.body, parts.body_line) if parts else ("", 1)
        self._yaml, self._yaml_line = (parts.header, parts.header_line) if parts else (text, 1)

    @cached_property
    def _root(self) -> Node | None:
        return compose(Faults(self.path, self._yaml))

    def place(self, spot: Spot) -> Place:
        """Give the line and column of a spot; the nearest enclosing one if it is gone."""
        if spot.pointer == ("body",):
            return self._at(self._body, spot.offset or 0, self._body_line)
        if not spot.pointer or self._root is None:
            return Place(self.path)
        key, node = self._find(self._root, spot)
        if spot.offset is None:
            return Place(self.path, key.line + self._yaml_line, key.column + 1)
        within = raw_offset(self._yaml[node.start : node.end], node.style, str(node.value), spot.offset)
        return self._at(self._yaml, node.start + within, self._yaml_line)

    def _find(self, root: Node, spot: Spot) -> tuple[Node, Node]:
        key = node = root
        for step in spot.pointer:
            found = _step(node, step)
            if found is None:
                break
            key, node = found
        return key, node

    def _at(self, text: str, offset: int, first_line: int) -> Place:
        start = text.rfind("\n", 0, offset) + 1
        return Place(self.path, text.count("\n", 0, offset) + first_line, offset - start + 1)


def locate(text: str, spot: Spot) -> Place:
    """Find one spot in the text of its file."""
    return FileMap(spot.path, text).place(spot)


def _step(node: Node, step: str | int) -> tuple[Node, Node] | None:
    if isinstance(node.value, dict):
        return node.value.get(str(step))
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None
