"""Spot → place: looks a field or an offset up in the text of its file, when a problem needs it."""

import re
from functools import cached_property

from msgspec import Struct

from plugins.core.model.factcheck import Header
from plugins.core.model.ledger import FOLDER
from plugins.core.model.publication import Masthead, PageHeader
from plugins.core.model.source import Publisher, Source
from plugins.core.model.topic import Topic
from plugins.core.parse.convert import convert, convert_map
from plugins.core.parse.header import split
from plugins.core.parse.lines import Lines
from plugins.core.parse.report import Faults
from plugins.core.parse.scalar_place import ScalarMap
from plugins.core.parse.yaml_tree import Node, compose
from plugins.core.problems import Place, Spot

_NOUNS: dict[str, type[Struct]] = {
    "articles": Header,
    "pages": PageHeader,
    "topics": Topic,
    "publication.yaml": Masthead,
}
_MAPS: dict[str, type[Struct]] = {"sources": Source, "publishers.yaml": Publisher}
"""What the files of a folder hold: one noun, or nouns by their ids."""


class FileMap:
    """The text of a file, in which any number of spots can be found; its YAML is composed once."""

    def __init__(self, path: str, text: str, folder: str = "content") -> None:
        """Take the text; empty for a file that is not there or could not be read. `folder` is the copy's."""
        self.path = path
        self._kind = path.removeprefix(f"{folder}/").partition("/")[0]
        parts = split(text) if path.endswith(".md") else None
        self._body, self._body_line = (parts.body, parts.body_line) if parts else ("", 1)
        self._yaml, self._yaml_line = (parts.header, parts.header_line) if parts else (text, 1)
        self._body_lines, self._yaml_lines = Lines(self._body), Lines(self._yaml)
        self._scalars: dict[int, ScalarMap] = {}

    @cached_property
    def _root(self) -> Node | None:
        """The tree without the list items that are of no use, as the nouns are without them."""
        root = compose(Faults(self.path, self._yaml))
        if root is not None and self._kind in _NOUNS:
            convert(root, _NOUNS[self._kind], Faults(self.path))
        elif root is not None and self._kind in _MAPS:
            convert_map(root, _MAPS[self._kind], Faults(self.path))
        return root

    def place(self, spot: Spot) -> Place:
        """Give the line and column of a spot; the nearest enclosing one if it is gone."""
        if spot.pointer == ("body",):
            return self._at(self._body_lines, spot.offset or 0, self._body_line)
        if self._kind == FOLDER:
            return Place(self.path, self._line_of(str(spot.pointer[0])))
        if not spot.pointer or self._root is None:
            return Place(self.path)
        key, node = self._find(self._root, spot)
        if spot.offset is None:
            return Place(self.path, key.line + self._yaml_line, key.column + 1)
        return self._at(self._yaml_lines, node.start + self._map(node).offset(spot.offset), self._yaml_line)

    def _line_of(self, noun_id: str) -> int:
        """Give the line of the ledger that an id has; the first if it has none."""
        has = re.compile(rf'"id": ?"{re.escape(noun_id)}"|^{re.escape(noun_id)}\s*$')
        return next((number for number, line in enumerate(self._yaml.split("\n"), start=1) if has.search(line)), 1)

    def _map(self, node: Node) -> ScalarMap:
        """Map a scalar; offsets count from the first character of its value that is no blank."""
        if node.start not in self._scalars:
            typed, value = self._yaml[node.start : node.end], str(node.value).lstrip()
            self._scalars[node.start] = ScalarMap(typed, node.style, value)
        return self._scalars[node.start]

    def _find(self, root: Node, spot: Spot) -> tuple[Node, Node]:
        key = node = root
        for step in spot.pointer:
            found = _step(node, step)
            if found is None:
                break
            key, node = found
        return key, node

    def _at(self, lines: Lines, offset: int, first_line: int) -> Place:
        line, column = lines.at(offset)
        return Place(self.path, line + first_line, column + 1)


def _step(node: Node, step: str | int) -> tuple[Node, Node] | None:
    if isinstance(node.value, dict):
        return node.value.get(str(step))
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None
