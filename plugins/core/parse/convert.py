"""YAML tree → a noun of the model, every field checked; each fault is noted at its place.

One walk, driven by the type declarations in `core/model/`. It never stops at the first fault: what is
wrong is noted and left out (a required field gets an empty value), so that one run shows everything.
"""

from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from plugins.core.model.scalars import SCALARS, Id
from plugins.core.parse.report import Faults
from plugins.core.parse.yaml_tree import Node
from plugins.core.problems import did_you_mean

T = TypeVar("T", bound=Struct)
Pointer = tuple[str | int, ...]
Converter = Callable[[Node, Faults, Pointer], Any]
BAD: Any = object()
"""What a converter gives back when the value was of no use."""


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
    return {str: _string(None), bool: _boolean, int: _numeral(int), float: _numeral(float)}[hint]


def _annotated(arguments: tuple[Any, ...]) -> Converter:
    scalar = _scalar_name(arguments[1:])
    return _string(scalar) if scalar else _converter(arguments[0])


def _scalar_name(notes: tuple[Any, ...]) -> str | None:
    return next((note.extra["scalar"] for note in notes if getattr(note, "extra", None)), None)


def _wrong(node: Node, faults: Faults, pointer: Pointer, wanted: str, code: str = "wrong-type") -> Any:
    name = f"`{pointer[-1]}`" if pointer else "This"
    faults.add(code, node.line, node.column, f"{name} has to be {wanted}.", f"write {wanted}")
    return BAD


def _text_of(node: Node, faults: Faults, pointer: Pointer, wanted: str = "text") -> Any:
    return node.value if isinstance(node.value, str) else _wrong(node, faults, pointer, wanted)


def _string(scalar: str | None) -> Converter:
    check = SCALARS.get(scalar or "")

    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        text = _text_of(node, faults, pointer)
        if text is BAD or check is None:
            return text.strip() if isinstance(text, str) else text
        wrong = check(text)
        if wrong:
            code = "bad-address" if scalar in {"url", "where"} else "bad-value"
            faults.add(code, node.line, node.column, f"`{_short(text)}` does not fit here: {wrong}.", "correct it")
            return BAD
        return text

    return read


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


def _choice(choices: tuple[str, ...]) -> Converter:
    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        text = _text_of(node, faults, pointer)
        if text is BAD or text in choices:
            return text
        known = ", ".join(choices)
        faults.add(
            "bad-value", node.line, node.column, f"`{_short(text)}` is none of the values of `{pointer[-1]}`.",
            did_you_mean(text, choices, f"write one of {known}"),
        )  # fmt: skip
        return BAD

    return read


def _boolean(node: Node, faults: Faults, pointer: Pointer) -> Any:
    known = {"true": True, "false": False}
    value = known.get(node.value) if isinstance(node.value, str) else None
    return _wrong(node, faults, pointer, "true or false") if value is None else value


def _numeral(kind: type[int] | type[float]) -> Converter:
    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        try:
            if isinstance(node.value, str) and node.value.isascii() and len(node.value) < 20 and "_" not in node.value:
                return kind(node.value)
        except ValueError:
            pass
        return _wrong(node, faults, pointer, "a number")

    return read


def _union(converters: list[Converter]) -> Converter:
    if len(converters) == 1:
        return converters[0]
    text, mapping = converters

    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        return (text if isinstance(node.value, str) else mapping)(node, faults, pointer)

    return read


def _sequence(item: Converter) -> Converter:
    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        if not isinstance(node.value, list):
            return _wrong(node, faults, pointer, "a list")
        values = [item(child, faults, (*pointer, place)) for place, child in enumerate(node.value)]
        return tuple(value for value in values if value is not BAD)

    return read


def _mapping(key_converter: Converter, item: Converter) -> Converter:
    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        if not isinstance(node.value, dict):
            return _wrong(node, faults, pointer, "a mapping (`key: value` lines)")
        values = {}
        for name, (key, child) in node.value.items():
            here = (*pointer, name)
            read_key, value = key_converter(key, faults, here), item(child, faults, here)
            if read_key is not BAD and value is not BAD:
                values[read_key] = value
        return values

    return read


_BUILDERS: dict[Any, Callable[[tuple[Any, ...]], Converter]] = {
    Annotated: _annotated,
    Union: lambda parts: _union([_converter(part) for part in parts if part is not NoneType]),
    UnionType: lambda parts: _union([_converter(part) for part in parts if part is not NoneType]),
    Literal: lambda choices: _choice(tuple(map(str, choices))),
    tuple: lambda parts: _sequence(_converter(parts[0])),
    dict: lambda parts: _mapping(_converter(parts[0]), _converter(parts[1])),
}
_EMPTY: dict[str, str] = {"url": "https://example.invalid/", "accessed": "0001-01-01", "published": "0001-01-01"}


def _struct(model: type[Struct]) -> Converter:
    declared = {f.encode_name: f for f in fields(model)}
    hints = get_type_hints(model, include_extras=True)
    converters: dict[str, Converter] = {}

    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        if not isinstance(node.value, dict):
            return _wrong(node, faults, pointer, "a mapping (`key: value` lines)")
        values: dict[str, Any] = {}
        for name, (key, child) in node.value.items():
            if name not in declared:
                _unknown(name, key, faults, declared)
                continue
            if child.bare_empty:
                continue
            if name not in converters:
                converters[name] = _converter(hints[declared[name].name])
            value = converters[name](child, faults, (*pointer, name))
            values[declared[name].name] = _empty_for(declared[name]) if value is BAD else value
        for name, spec in declared.items():
            if spec.required and spec.name not in values:
                faults.add(
                    "missing-field", node.line, node.column, f"`{name}` is missing.", f"add `{name}:` with its value"
                )
                values[spec.name] = _empty_for(spec)
        return model(**values)

    return read


def _unknown(name: str, key: Node, faults: Faults, known: dict[str, Any]) -> None:
    faults.add(
        "unknown-field", key.line, key.column, f"There is no field `{_short(name)}` here.",
        did_you_mean(name, known, "the fields are " + ", ".join(sorted(known))),
    )  # fmt: skip


def _empty_for(spec: Any) -> Any:
    """A value to go on with after a fault; the fault stops the build before anything could show it."""
    if spec.default is not NODEFAULT:
        return spec.default
    if spec.default_factory is not NODEFAULT:
        return spec.default_factory()
    if get_origin(spec.type) is tuple:
        return ()
    return _EMPTY.get(spec.name, "")
