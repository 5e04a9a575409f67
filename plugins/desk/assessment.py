"""The answers to all criteria, with their places: what `invoke report` shows."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from plugins.core.parse.locate import FileMap
from plugins.core.problems import Place, Spot
from plugins.desk.criteria import AREAS
from plugins.desk.criteria.criterion import Answer, Criterion, Status
from plugins.desk.criteria.survey import Survey
from plugins.forked import cores
from plugins.intake.gate import closed
from plugins.intake.load import Loaded, load
from plugins.intake.read import shown
from plugins.intake.report import report, usual_style

CAUTION = (
    "This is a list to work from, not an assessment: that is for the assessors of the IFCN and the EFCSN alone. The "
    "criteria are in our words; where one names an area of a code, the code asks for it there, and the rest is our own "
    "yardstick. What a page says, a person has to read."
)


class Note(Struct, frozen=True):
    """Something to be said of a place; `place` is none where it is said of no file."""

    text: str
    place: Place | None


class Answered(Struct, frozen=True):
    """A criterion and its answer."""

    area: str
    id: str
    asks: str
    basis: str
    status: Status
    says: str
    way_out: str
    notes: tuple[Note, ...]


class Assessment(Struct, frozen=True):
    """A publication on a day, with the answer to every criterion."""

    publication: str
    day: str
    fact_checks: int
    sources: int
    caution: str
    count: dict[Status, int]
    criteria: tuple[Answered, ...]

    @property
    def failed(self) -> bool:
        """Whether any criterion is answered with a failure."""
        return self.count[Status.FAIL] > 0


def assess_folder(folder: Path, now: str, cached: Path, *, json: bool = False) -> Assessment:
    """Take the copy of a folder in and assess it; with errors in it, print its problems as `invoke check` does and exit 1."""
    loaded = load(folder, shown(folder), now, jobs=cores(), cached=cached)
    if closed(loaded.problems):
        report(loaded.problems, "json" if json else usual_style())
        raise SystemExit(1)
    return assess(loaded)


def assess(loaded: Loaded) -> Assessment:
    """Answer every criterion."""
    survey = Survey(loaded.publication, lambda brief: loaded.shelf.whole(brief).header)
    answers = [(area, one, one.answer(survey)) for area, criteria in AREAS.items() for one in criteria]
    spots = {remark.spot for _, _, answer in answers for remark in answer.remarks if remark.spot}
    places = _places(spots, loaded)
    count = Counter(answer.status for _, _, answer in answers)
    return Assessment(
        publication=survey.masthead.name,
        day=survey.publication.today,
        fact_checks=len(survey.listed),
        sources=len(survey.sources),
        caution=CAUTION,
        count={status: count[status] for status in Status},
        criteria=tuple(_answered(area, criterion, answer, places) for area, criterion, answer in answers),
    )


def _answered(area: str, criterion: Criterion, answer: Answer, places: dict[Spot, Place]) -> Answered:
    return Answered(
        area, criterion.id, criterion.asks, criterion.basis, answer.status, answer.says, answer.way_out,
        tuple(Note(one.text, places[one.spot] if one.spot else None) for one in answer.remarks),
    )  # fmt: skip


def _places(spots: Iterable[Spot], loaded: Loaded) -> dict[Spot, Place]:
    """Locate spots, one file after the other: the maps of many files would not fit in memory."""
    in_file: dict[str, list[Spot]] = {}
    for spot in spots:
        in_file.setdefault(spot.path, []).append(spot)
    found: dict[Spot, Place] = {}
    for path, here in in_file.items():
        places = FileMap(path, loaded.shelf.text(path), loaded.publication.copy.folder)
        found |= {spot: places.place(spot) for spot in here}
    return found
