"""A work that can be cited: its fields have the shape of CSL-JSON (Citation Style Language 1.0.2), so encoding it gives that."""

from msgspec import Struct


class Name(Struct, frozen=True, omit_defaults=True):
    """Who made a work: a person's family and given name, or the whole name of whoever has no such parts."""

    family: str = ""
    given: str = ""
    literal: str = ""

    @property
    def inverted(self) -> str:
        """The name as lists sort it: family name first."""
        return self.literal or f"{self.family}, {self.given}"

    @property
    def natural(self) -> str:
        """The name as it is said."""
        return self.literal or f"{self.given} {self.family}"


class Date(Struct, frozen=True, rename={"parts": "date-parts"}):
    """A day, month or year; one tuple of one to three numbers in a tuple, as CSL wants it."""

    parts: tuple[tuple[int, ...]]

    @property
    def iso(self) -> str:
        """As ISO 8601 has it: `2025-10-24`, `2025-10`, `2025`."""
        return "-".join(f"{part:02}" for part in self.parts[0])


class Work(
    Struct,
    frozen=True,
    omit_defaults=True,
    rename={
        "container": "container-title",
        "address": "URL",
        "held_at": "archive",
        "archived_at": "archive_location",
        "number": "citation-number",
    },
):
    """A work."""

    id: str
    type: str
    """One of CSL's types, such as `webpage`."""
    title: str
    author: tuple[Name, ...]
    container: str = ""
    """The publication, the website that it stands in; empty when that is the author."""
    publisher: str = ""
    issued: Date | None = None
    accessed: Date | None = None
    language: str = ""
    address: str = ""
    held_at: str = ""
    archived_at: str = ""
    edition: str = ""
    note: str = ""
    number: int = 0
    """Its number in the list of sources that it is in."""


def date_of(text: str | None) -> Date | None:
    """Read a day, month or year (`2025-10-24`, `2025-10`, `2025`), or the day of a moment; `None` when there is none."""
    return Date((tuple(map(int, text[:10].split("-"))),)) if text else None


def one_line(text: str) -> str:
    """Give a text on one line, with single blanks."""
    return " ".join(text.split())
