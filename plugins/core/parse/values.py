"""YAML scalars → text, numbers, choices: one converter a type, each fault noted at its place."""

from collections.abc import Callable
from math import isfinite
from typing import Any

from plugins.core.model.scalars import EXAMPLES, SCALARS, is_web_address
from plugins.core.parse.notes import short
from plugins.core.parse.report import Faults
from plugins.core.parse.shapes import as_in
from plugins.core.parse.yaml_tree import Node
from plugins.core.problems import Pointer, did_you_mean

Converter = Callable[[Node, Faults, Pointer], Any]
BAD: Any = object()
"""What a converter gives back when the value was of no use."""
_ADDRESSES = frozenset({"url", "where"})


def wrong(node: Node, faults: Faults, pointer: Pointer, wanted: str, example: str = "…") -> Any:
    """Note that a value is of the wrong type."""
    fix = as_in(pointer, example)
    faults.add("wrong-type", node.line, node.column, f"{_name(pointer)} has to be {wanted}.", fix)
    return BAD


def _name(pointer: Pointer) -> str:
    if not pointer:
        return "This"
    last = pointer[-1]
    return f"`{short(last)}`" if isinstance(last, str) else f"An item of `{pointer[-2]}`"


def string(scalar: str | None) -> Converter:
    """Read text, or a scalar type of the model."""
    check = SCALARS.get(scalar or "")

    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        if not isinstance(node.value, str):
            return wrong(node, faults, pointer, "text", EXAMPLES.get(scalar or "", "…"))
        text = node.value.strip()
        fault = check(text) if check else None
        if fault is None:
            return text
        said = f"`{short(text)}` does not fit here: {fault}." if text else f"Nothing is written here: {fault}."
        faults.add(
            "bad-address" if scalar in _ADDRESSES else "bad-value",
            node.line,
            node.column,
            said,
            _fit(text, scalar, pointer),
        )
        return BAD

    return read


def _fit(text: str, scalar: str | None, pointer: Pointer) -> str:
    """Show what fits: an address that lacks nothing but its beginning, with it; else an example."""
    if scalar in _ADDRESSES and "." in text.partition("/")[0] and is_web_address(f"https://{text}") and ":" not in text:
        return f"write https://{short(text)}"
    return as_in(pointer, EXAMPLES[scalar]) if scalar in EXAMPLES else "correct it"


def choice(choices: tuple[str, ...]) -> Converter:
    """Read one of a few words."""
    known = ", ".join(choices)

    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        if not isinstance(node.value, str):
            return wrong(node, faults, pointer, "text", choices[0])
        text = node.value.strip()
        if text in choices:
            return text
        faults.add(
            "bad-value", node.line, node.column, f"`{short(text)}` is none of the values of `{pointer[-1]}`.",
            did_you_mean(text, choices, f"write one of {known}"),
        )  # fmt: skip
        return BAD

    return read


def boolean(node: Node, faults: Faults, pointer: Pointer) -> Any:
    """Read true or false, and nothing else."""
    known = {"true": True, "false": False}
    value = known.get(node.value) if isinstance(node.value, str) else None
    return wrong(node, faults, pointer, "true or false", "true") if value is None else value


def numeral(kind: type[int] | type[float]) -> Converter:
    """Read a number in ASCII digits."""

    def read(node: Node, faults: Faults, pointer: Pointer) -> Any:
        text = node.value
        try:
            if isinstance(text, str) and text.isascii() and len(text) < 20 and "_" not in text:
                number = kind(text)
                if isfinite(number):
                    return number
        except ValueError:
            pass
        return wrong(node, faults, pointer, "a number", "3")

    return read
