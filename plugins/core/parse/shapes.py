"""What a value of each type looks like when it is written: the example that a fix shows."""

from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from plugins.core.model.scalars import EXAMPLES
from plugins.core.parse.notes import short
from plugins.core.problems import Pointer

_PLAIN = {bool: "true", int: "3", float: "3"}
_UNSAID = "…"


def scalar_name(hint: Any) -> str | None:
    """Name the scalar type of the model that an annotated type is."""
    return scalar_in(get_args(hint)[1:]) if get_origin(hint) is Annotated else None


def scalar_in(notes: tuple[Any, ...]) -> str | None:
    """Name the scalar type that the notes of an annotated type tell of."""
    return next((note.extra["scalar"] for note in notes if getattr(note, "extra", None)), None)


def shape(hint: Any) -> str:
    """Write an example of a type."""
    parts = [part for part in get_args(hint) if part not in {NoneType, Ellipsis}]
    if isinstance(hint, type) and issubclass(hint, Struct):
        return _mapping([spec.encode_name for spec in fields(hint) if spec.required] or [fields(hint)[0].encode_name])
    if get_origin(hint) is Annotated:
        return EXAMPLES.get(scalar_name(hint) or "", _UNSAID)
    if get_origin(hint) is Literal:
        return str(parts[0])
    if get_origin(hint) is tuple:
        return list_of(parts[0])
    if get_origin(hint) is dict:
        return mapping_of(*parts)
    return shape(parts[0]) if parts else _PLAIN.get(hint, _UNSAID)


def list_of(item: Any) -> str:
    """Write an example of a list."""
    example = shape(item)
    return f"[{example}]" if example.startswith("{") else "[first, second]"


def mapping_of(key: Any, value: Any) -> str:
    """Write an example of a mapping from keys that an editor chooses."""
    return f"{{{EXAMPLES.get(scalar_name(key) or '', 'key')}: {shape(value)}}}"


def as_in(pointer: Pointer, example: str) -> str:
    """Show an example behind the name of its field."""
    names = [step for step in pointer if isinstance(step, str)]
    if pointer and isinstance(pointer[-1], int):
        example = "[first, second]" if example == _UNSAID else f"[{example}, {_UNSAID}]"
    return f"write it as in `{short(names[-1])}: {example}`" if names else f"write something such as `{example}`"


def _mapping(names: list[str]) -> str:
    return "{" + ", ".join(f"{name}: {_UNSAID}" for name in names) + "}"
