"""How a parser notes the faults of one file."""

from typing import Protocol

from plugins.core.codes import CODES
from plugins.core.parse.lines import Lines
from plugins.core.parse.notes import Note
from plugins.core.parse.scalar_place import ScalarMap
from plugins.core.problems import Place, Problem


class Scalar(Protocol):
    """A YAML scalar as the tree has it: its value and its span in the text."""

    value: str

    @property
    def style(self) -> str:
        """How it is quoted; empty for bare text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


class Faults:
    """The problems of one file or of one part of it, gathered while it is parsed."""

    def __init__(self, path: str, text: str = "", first_line: int = 1, problems: list[Problem] | None = None) -> None:
        """Start with the path from the project's root, the text of the part, and the line where it begins."""
        self.path = path
        self.text = text
        self.first_line = first_line
        self.problems: list[Problem] = [] if problems is None else problems
        self._lines = Lines(text)
        self._mapped: tuple[Scalar, ScalarMap] | None = None

    def add(self, code: str, line: int, column: int, message: str, fix: str = "") -> None:
        """Note a fault at a 0-based line and column of the part."""
        place = Place(self.path, line + self.first_line, column + 1)
        self.problems.append(Problem(place, code, CODES[code], message, fix))

    def add_at(self, offset: int, note: Note) -> None:
        """Note a fault at an offset (code points) of the part."""
        self.add(note.code, *self._lines.at(offset), note.message, note.fix)

    def add_in(self, scalar: Scalar, note: Note) -> None:
        """Note a fault at an offset of the value of a YAML scalar."""
        self.add_at(scalar.start + self._map(scalar).offset(note.offset), note)

    def part(self, text: str, first_line: int) -> "Faults":
        """Give a view on the same list for a part of the file."""
        return Faults(self.path, text, first_line, self.problems)

    def _map(self, scalar: Scalar) -> ScalarMap:
        """Map the scalar, or take the last map again: faults of one scalar come one after the other."""
        if self._mapped is None or self._mapped[0] is not scalar:
            typed = self.text[scalar.start : scalar.end]
            self._mapped = (scalar, ScalarMap(typed, scalar.style, scalar.value))
        return self._mapped[1]
