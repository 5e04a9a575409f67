"""Views → JSON, CSL-JSON, BibTeX, JSON Schema: what is rendered without a template."""

from collections.abc import Callable

import msgspec
from msgspec import Struct

_ENCODER = msgspec.json.Encoder()  # fields in the order of their declaration, mappings in the order typed


class Items(Struct, frozen=True):
    """A list that is a file of its own."""

    items: tuple[Struct, ...]


class Text(Struct, frozen=True):
    """A file of text, in pieces."""

    pieces: tuple[str, ...]


class Shape(Struct, frozen=True):
    """The shape of a data file: the name under which its type stands, and where its schema is published."""

    type: type[Struct]
    address: str


def as_json(view: Struct) -> bytes:
    """Render a view as JSON."""
    return _line(view)


def as_list(view: Struct) -> bytes:
    """Render a list as JSON."""
    assert isinstance(view, Items)
    return _line(view.items)


def as_text(view: Struct) -> bytes:
    """Render a text."""
    assert isinstance(view, Text)
    return "\n".join(view.pieces).encode()


def as_schema(view: Struct) -> bytes:
    """Render the shape of a data file as JSON Schema (2020-12)."""
    assert isinstance(view, Shape)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": view.address}
    return msgspec.json.format(_ENCODER.encode(schema | msgspec.json.schema(view.type))) + b"\n"


def _line(view: object) -> bytes:
    """Write a line, its end at once: put behind, it would be a second copy of what may be 100 MB."""
    return _ENCODER.encode_lines((view,))


RENDERERS: dict[str, Callable[[Struct], bytes]] = {
    "json": as_json, "json list": as_list, "text": as_text, "json schema": as_schema,
}  # fmt: skip
