"""Marks in plain fields of a header, where they would stay text (row 23 of the grammar)."""

from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from plugins.core.parse.marks import MARK
from plugins.core.parse.notes import Note, short
from plugins.core.parse.report import Faults
from plugins.core.parse.yaml_tree import Node

_INLINE = "inline"


def note_marks(node: Node, model: type[Struct], faults: Faults) -> None:
    """Note every mark in a field that is no inline text."""
    if "[" not in faults.text:
        return
    if isinstance(node.value, dict):
        kinds = _kinds(model)
        for name, (_, child) in node.value.items():
            _check(child, kinds.get(name), name, faults)


def _check(node: Node, kind: Any, name: str, faults: Faults) -> None:
    if kind == _INLINE:
        return
    if isinstance(node.value, list):
        for item in node.value:
            _check(item, kind, name, faults)
    elif isinstance(node.value, dict):
        if isinstance(kind, type):
            note_marks(node, kind, faults)
    elif "[" in node.value:
        for match in MARK.finditer(node.value):
            message = f"Mark {match[0]} stands in `{short(name)}`, which is plain text."
            faults.add_in(
                node,
                Note("mark-in-header", match.start(), message, "move it into the body, or write the source's name"),
            )


@cache
def _kinds(model: type[Struct]) -> dict[str, Any]:
    """For each field: the noun it holds, `inline`, or nothing for plain text."""
    hints = get_type_hints(model, include_extras=True)
    return {spec.encode_name: _kind(hints[spec.name]) for spec in fields(model)}


def _kind(hint: Any) -> Any:
    if get_origin(hint) is Annotated:
        extra = getattr(get_args(hint)[1], "extra", None) or {}
        return _INLINE if extra.get("scalar", "").startswith(_INLINE) else None
    if isinstance(hint, type) and issubclass(hint, Struct):
        return hint
    kinds = [_kind(part) for part in get_args(hint) if part not in {NoneType, Ellipsis}]
    return next((kind for kind in kinds if kind is not None), None)
