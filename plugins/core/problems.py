"""A problem: a fault in the copy, as a value."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How grave a problem is: an error stops a build, a warning is shown."""

    ERROR = "error"
    WARNING = "warning"


class Place(Struct, frozen=True, order=True):
    """A position in a file: path from the project's root, 1-based line and column in code points."""

    path: str
    line: int = 1
    column: int = 1


Pointer = tuple[str | int, ...]
"""The way through the YAML to a field."""


class Spot(Struct, frozen=True):
    """A place named by meaning: a field of a file and an offset in its text.

    Nouns carry spots rather than positions; `core.parse.locate` turns one into a `Place` when a
    problem needs it. `pointer` leads through the YAML (`("claims", 0, "verdict")`); the pointer
    `("body",)` means the Markdown below the header. `offset` counts code points in that text;
    without one the field itself is meant.
    """

    path: str
    pointer: Pointer = ()
    offset: int | None = None


class Problem(Struct, frozen=True):
    """One fault: where, which kind (`code`), how grave, what is wrong, and the way out."""

    place: Place
    code: str
    severity: Severity
    message: str
    fix: str = ""


class Finding(Struct, frozen=True):
    """A fault that a rule found, before its spot is located and its severity settled."""

    spot: Spot
    code: str
    message: str
    fix: str = ""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by place, then code; the same fault twice is one."""
    unique = {(p.place, p.code, p.message): p for p in problems}
    return [unique[key] for key in sorted(unique)]


MANY = 2000
"""More words than this are not all compared."""

ALIKE, TYPO = 0.6, 0.85
"""How like a known word another has to be to be guessed: alike, or nothing but a slip of the pen."""


def nearest(word: str, known: Iterable[str], likeness: float = ALIKE) -> str | None:
    """Give the known word that is most like this one, if any is like it; of very many, one that begins like it."""
    known = list(known)
    if len(known) > MANY:
        known = [one for one in known if one.startswith(word[: len(word) // 2])]
    matches = get_close_matches(word, sorted(known), n=1, cutoff=likeness)
    return matches[0] if matches else None


def did_you_mean(word: str, known: Iterable[str], way_out: str, likeness: float = ALIKE) -> str:
    """Give the way out; after it the nearest known word, if there is one: a guess never stands alone."""
    guess = nearest(word, known, likeness)
    return f"{way_out}. Did you mean `{guess}`?" if guess else way_out
