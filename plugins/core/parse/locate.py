"""Spot → place: looks a field or an offset up in the text of its file, when a problem needs it."""

from plugins.core.parse.header import split
from plugins.core.parse.report import Faults
from plugins.core.parse.scalar_place import raw_offset
from plugins.core.parse.yaml_tree import Node, compose
from plugins.core.problems import Place, Spot


def locate(text: str, spot: Spot) -> Place:
    """Give the line and column of a spot in the text of its file; the nearest enclosing one if it is gone."""
    if spot.path.endswith(".md"):
        parts = split(text)
        if spot.pointer == ("body",):
            return _at(spot.path, parts.body, spot.offset or 0, parts.body_line)
        return _in_yaml(spot, parts.header, parts.header_line)
    return _in_yaml(spot, text, 1)


def _in_yaml(spot: Spot, text: str, first_line: int) -> Place:
    node = compose(Faults(spot.path, text))
    if node is None:
        return Place(spot.path, first_line)
    key = node
    for step in spot.pointer:
        found = _step(node, step)
        if found is None:
            break
        key, node = found
    if spot.offset is None:
        return Place(spot.path, key.line + first_line, key.column + 1)
    raw = text[node.start : node.end]
    within = raw_offset(raw, node.style, str(node.value), spot.offset)
    return _at(spot.path, text, node.start + within, first_line)


def _step(node: Node, step: str | int) -> tuple[Node, Node] | None:
    if isinstance(node.value, dict):
        return node.value.get(str(step))
    if isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _at(path: str, text: str, offset: int, first_line: int) -> Place:
    start = text.rfind("\n", 0, offset) + 1
    return Place(path, text.count("\n", 0, offset) + first_line, offset - start + 1)
