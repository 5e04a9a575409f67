"""From an offset in a text to its line and column, without counting from the start each time."""

from bisect import bisect_right
from functools import cached_property


class Lines:
    """A text, and where its lines begin (looked up when first asked for)."""

    def __init__(self, text: str) -> None:
        """Take the text."""
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        starts, position = [0], self._text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self._text.find("\n", position + 1)
        return starts

    def at(self, offset: int) -> tuple[int, int]:
        """Give the 0-based line and column of an offset in code points."""
        line = bisect_right(self._starts, offset) - 1
        return line, offset - self._starts[line]
