"""A criterion: something that assessors ask of a publication, and how its copy answers."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from msgspec import Struct

from plugins.core.problems import Spot
from plugins.desk.criteria.survey import Survey

# Where the public text of a code asks for it. The criteria are worded by us; one without a basis is our own yardstick.
ELIGIBILITY = "IFCN: eligibility"
SOURCES = "IFCN commitment 2: sources"
ORGANISATION = "IFCN commitment 3: funding and organisation"
METHODOLOGY = "IFCN commitment 4: methodology"
CORRECTIONS = "IFCN commitment 5: corrections"
COMPLAINTS = "IFCN and EFCSN: complaints"
OURS = ""


class Status(StrEnum):
    """How a criterion is answered: the copy shows it, somebody has to look, or it is missing."""

    PASS = "pass"  # noqa: S105 (a word for an answer, no secret)
    WARN = "warn"
    FAIL = "fail"


class Remark(Struct, frozen=True):
    """Something to be said of a place; what is said of no file has no spot."""

    text: str
    spot: Spot | None = None


class Answer(Struct, frozen=True):
    """How a publication stands with a criterion: a sentence, the way out, and where to go."""

    status: Status
    says: str
    way_out: str = ""
    remarks: tuple[Remark, ...] = ()


class Criterion(Struct, frozen=True):
    """What is asked, in a sentence of ours; the area of a code that asks for it; how it is answered."""

    id: str
    asks: str
    basis: str
    answer: Callable[[Survey], Answer]


def judged(
    remarks: Iterable[Remark], passed: str, short: str, way_out: str, status: Status = Status.WARN, *, none: str = ""
) -> Answer:  # fmt: skip
    """Pass when there is nothing to remark, else say how it falls short; `none` is said where nothing could be judged."""
    found = tuple(remarks)
    return Answer(status, short, way_out, found) if found else Answer(Status.PASS, none or passed)


def many(count: int, one: str = "fact-check", more: str = "") -> str:
    """Count things in words: `1 fact-check`, `3 fact-checks`."""
    return f"{count} {one if count == 1 else more or f'{one}s'}"
