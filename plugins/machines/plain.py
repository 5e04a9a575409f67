"""Files of plain text for machines: lines, and how they are written."""

from msgspec import Struct


class Lines(Struct, frozen=True):
    """All that such a file shows."""

    lines: tuple[str, ...]


def as_lines(view: Struct) -> bytes:
    """Write the lines."""
    assert isinstance(view, Lines)
    return "".join(f"{line}\n" for line in view.lines).encode()
