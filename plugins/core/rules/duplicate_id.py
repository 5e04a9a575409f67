"""An id belongs to one noun: fact-checks and sources in the publication, claims, corrections and quotes in theirs."""

from collections.abc import Iterable, Iterator

from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot
from plugins.core.resolve.events import WITHDRAWN
from plugins.core.resolve.publication import Publication
from plugins.core.rules.review import Review

_FIX = "give one of them another id; an id that was published stays with its first owner"


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Name every second holder of an id within a fact-check."""
    yield from _within(draft.path, "claims", [claim.id for claim in draft.header.claims])
    yield from _within(draft.path, "corrections", [correction.id for correction in draft.header.corrections])
    for place, correction in enumerate(draft.header.corrections):
        if correction.id == WITHDRAWN:
            yield Finding(Spot(draft.path, ("corrections", place, "id")), "duplicate-id",
                          f"The id `{WITHDRAWN}` is that of a withdrawal, in feeds and in data.", "give it another id")  # fmt: skip


def check(review: Review) -> Iterator[Finding]:
    """Name every second holder of an id, and the first."""
    publication, copy = review.publication, review.publication.copy
    yield from _twice("fact-checks", ((brief.path, brief.id, ("id",)) for brief in copy.briefs))
    yield from _twice("sources", ((path, source_id, (source_id,)) for path, source_id, _ in copy.sources))
    yield from _twice("publishers", ((path, pid, (pid,)) for path, pid, _ in copy.publishers))
    lines = ((path, one.id, (one.id,)) for path, of_year in copy.ledger for one in of_year)
    yield from _twice("lines of the ledger", lines, "take out the one whose year is not that of the first publication")
    masthead = f"{copy.folder}/publication.yaml"
    yield from _within(masthead, "verdicts", [verdict.id for verdict in publication.masthead.verdicts])
    yield from _names(publication)
    for path, source_id, source in copy.sources:
        yield from _within(path, "quotes", [quote.id for quote in source.quotes], (source_id,))


def _twice(kind: str, held: Iterable[tuple[str, str, tuple[str, ...]]], fix: str = _FIX) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for path, noun_id, pointer in held:
        if not noun_id:  # missing, and noted as such
            continue
        if noun_id in first:
            message = f"Two {kind} have the id `{noun_id}`: the other is in {first[noun_id]}."
            yield Finding(Spot(path, pointer), "duplicate-id", message, fix)
        first.setdefault(noun_id, path)


def _names(publication: Publication) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for path, publisher_id, publisher in publication.copy.publishers:
        for place, name in enumerate(publisher.names):
            if first.setdefault(name, publisher_id) != publisher_id:
                message = f"Two publishers have the name `{name}`: the other is `{first[name]}`."
                spot = Spot(path, (publisher_id, "names", place))
                yield Finding(spot, "duplicate-id", message, "keep the name with one of them")


def _within(path: str, kind: str, ids: list[str], above: tuple[str, ...] = ()) -> Iterator[Finding]:
    for place, noun_id in enumerate(ids):
        if noun_id and noun_id in ids[:place]:
            yield Finding(
                Spot(path, (*above, kind, place, "id")),
                "duplicate-id",
                f"Two {kind} here have the id `{noun_id}`.",
                _FIX,
            )
