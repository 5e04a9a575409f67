"""YAML tree → a noun of the model, every field checked; each fault is noted at its place.

One walk, driven by the type declarations in `core/model/`. It never stops at the first fault: what is
wrong is noted and left out (a required field gets an empty value), so that one run shows everything.
An item that is left out of a list is taken out of the tree too, so that pointers fit the nouns.
"""

import re
from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from plugins.core.model.scalars import DATES, NO_DATE, Id, Url
from plugins.core.parse.notes import short
from plugins.core.parse.report import Faults
from plugins.core.parse.shapes import list_of, mapping_of, scalar_in, scalar_name, shape
from plugins.core.parse.values import BAD, Converter, boolean, choice, numeral, string, wrong
from plugins.core.parse.yaml_tree import Node
from plugins.core.problems import Pointer, did_you_mean

T = TypeVar("T", bound=Struct)
_ADDRESS = Url | None
_WORDS = re.compile(r"[\w-]+(?:, ?[\w-]+)*")
_MAPPING = "a mapping (`key: value` lines)"


def convert(node: Node, model: type[T], faults: Faults) -> T | None:
    """Read a mapping as a noun of the model; `None`, and a fault noted, when it is no mapping."""
    value = _converter(model)(node, faults, ())
    return None if value is BAD else value


def convert_map(node: Node, model: type[T], faults: Faults) -> dict[str, T]:
    """Read a mapping from id to noun."""
    value = _converter(dict[Id, model])(node, faults, ())  # type: ignore[valid-type]
    return {} if value is BAD else value


@cache
def _converter(hint: Any) -> Converter:
    """Compile a type hint into a function of (node, faults, pointer)."""
    arguments = get_args(hint)
    build = _BUILDERS.get(get_origin(hint))
    if build is not None:
        return build(arguments)
    if isinstance(hint, type) and issubclass(hint, Struct):
        return _struct(hint)
    return {str: string(None), bool: boolean, int: numeral(int), float: numeral(float)}[hint]


def _annotated(arguments: tuple[Any, ...]) -> Converter:
    scalar = scalar_in(arguments[1:])
    return string(scalar) if scalar else _converter(arguments[0])


def _union(parts: tuple[Any, ...]) -> Converter:
    converters = [_converter(part) for part in parts if part is not NoneType]
    if len(converters) == 1:
        return converters[0]
    text, mapping = converters

    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        if isinstance(node.value, list):
            return wrong(node, faults, pointer, f"text or {_MAPPING}")
        return (text if isinstance(node.value, str) else mapping)(node, faults, pointer)

    return read


def _sequence(item: Converter, example: str) -> Converter:
    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        if not isinstance(node.value, list):
            return wrong(node, faults, pointer, "a list", _listed(node.value, example))
        read_items = [(child, item(child, faults, (*pointer, place))) for place, child in enumerate(node.value)]
        node.value = [child for child, value in read_items if value is not BAD]
        return tuple(value for _, value in read_items if value is not BAD)

    return read


def _listed(value: Any, example: str) -> str:
    """Give what was written as the list that it probably was meant to be (`health, climate`), else an example."""
    words = isinstance(value, str) and _WORDS.fullmatch(value) and not example.startswith("[{")
    return f"[{value}]" if words else example


def _mapping(key_converter: Converter, item: Converter, example: str) -> Converter:
    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        if not isinstance(node.value, dict):
            return wrong(node, faults, pointer, _MAPPING, example)
        values = {}
        for name, (key, child) in node.value.items():
            read_key, value = key_converter(key, faults, ()), item(child, faults, (*pointer, name))
            if read_key is not BAD and value is not BAD:
                values[read_key] = value
        return values

    return read


_BUILDERS: dict[Any, Callable[[tuple[Any, ...]], Converter]] = {
    Annotated: _annotated,
    Union: _union,
    UnionType: _union,
    Literal: lambda choices: choice(tuple(map(str, choices))),
    tuple: lambda parts: _sequence(_converter(parts[0]), list_of(parts[0])),
    dict: lambda parts: _mapping(_converter(parts[0]), _converter(parts[1]), mapping_of(*parts)),
}


class _Field(NamedTuple):
    name: str
    required: bool
    read: Converter


def _struct(model: type[Struct]) -> Converter:
    hints = get_type_hints(model, include_extras=True)
    declared = {f.encode_name: _Field(f.name, f.required, _converter(hints[f.name])) for f in fields(model)}
    required = {name: field.name for name, field in declared.items() if field.required}

    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        if not isinstance(node.value, dict):
            return _instead(wrong(node, faults, pointer, _MAPPING, shape(model)), model, required)
        written: dict[str, Any] = {}
        for name, (key, child) in node.value.items():
            field = declared.get(name)
            if field is None:
                _unknown(name, key, faults, declared)
            elif not _empty(child, required=field.required):
                written[field.name] = field.read(child, faults, (*pointer, name))
        for name, own_name in required.items():
            if own_name not in written:
                _missing(name, node, faults)
                written[own_name] = BAD
        return model(**(_mended(written, hints, required) if BAD in written.values() else written))

    return read


def _instead(bad: Any, model: type[Struct], required: dict[str, str]) -> Any:
    """Go on with a noun that has its first text, where it needs nothing else: `claimant: Ann` is one fault, not two."""
    first = fields(model)[0]
    return bad if required or first.type is not str else model(**{first.name: "…"})


def _mended(written: dict[str, Any], hints: dict[str, Any], required: dict[str, str]) -> dict[str, Any]:
    """Leave out a value of no use, or put one in for it where something has to be there."""
    values = {}
    for name, value in written.items():
        if value is not BAD:
            values[name] = value
        elif name in required.values():
            values[name] = _stand_in(hints[name])
        elif hints[name] == _ADDRESS:
            values[name] = ""  # it is there, though of no use: no rule needs to ask for it
    return values


def _empty(node: Node, *, required: bool) -> bool:
    """Tell whether nothing is written: after the colon, or, where something is required, in a text."""
    if node.value == "":
        return required or node.bare_empty
    return required and isinstance(node.value, str) and not node.value.strip()


def _missing(name: str, node: Node, faults: Faults) -> None:
    """Note a required field that is not there, or is there but empty."""
    if name in node.value:
        key = node.value[name][0]
        faults.add("missing-field", key.line, key.column, f"`{name}` is empty.", "write it")
    else:
        faults.add("missing-field", node.line, node.column, f"`{name}` is missing.", f"add `{name}:` with its value")


def _unknown(name: str, key: Node, faults: Faults, known: dict[str, Any]) -> None:
    glued, _, value = name.partition(":")
    if value and glued in known:
        fix = f"put a blank behind the colon: `{glued}: {short(value)}`"
        faults.add("unknown-field", key.line, key.column, f"A blank is missing behind `{glued}:`.", fix)
        return
    faults.add(
        "unknown-field", key.line, key.column, f"There is no field `{short(name)}` here.",
        did_you_mean(name, known, "the fields are " + ", ".join(sorted(known))),
    )  # fmt: skip


def _stand_in(hint: Any) -> Any:
    """A value of a required field to go on with after a fault, which stops the build before this could show."""
    if get_origin(hint) is tuple:
        return ()
    if get_origin(hint) is Literal:
        return get_args(hint)[-1]
    scalar = scalar_name(hint)
    if scalar in DATES:
        return NO_DATE
    return "https://example.invalid/" if scalar == "url" else ""
