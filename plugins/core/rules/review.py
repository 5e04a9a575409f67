"""What rules look at: the publication, every address of it, and the drafts that have to be looked at closer."""

from collections.abc import Iterator
from functools import cached_property
from typing import Protocol

from plugins.core.parse.nouns import Draft
from plugins.core.resolve import dates
from plugins.core.resolve.apart import Brief, Whole
from plugins.core.resolve.claims import refused_names
from plugins.core.resolve.holdings import Holding, holdings
from plugins.core.resolve.publication import Publication


class Shelf(Protocol):
    """Where the copy is fetched from when a rule needs more of it than the publication holds."""

    def text(self, path: str) -> str:
        """Give the text of a file; empty when it cannot be read."""

    def whole(self, brief: Brief) -> Whole:
        """Give all of a fact-check."""

    def body(self, brief: Brief) -> str:
        """Give the Markdown of a fact-check below its header; empty when it cannot be read."""

    def draft(self, brief: Brief) -> Draft:
        """Give a draft, without its HTML."""

    def snapshot(self, name: str) -> str | None:
        """Give what can be read in a file below `snapshots/`; `None` for a kind that is not read."""


class Review:
    """One review of a publication; what several rules need is found once."""

    def __init__(self, publication: Publication, shelf: Shelf, *, closely: bool = False) -> None:
        """Review a publication; `closely` looks at every draft, which finds nothing else and takes its time."""
        self.publication = publication
        self.shelf = shelf
        self._closely = closely

    @cached_property
    def holdings(self) -> list[Holding]:
        """Every address and who holds it."""
        return list(holdings(self.publication))

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts that point to something unknown, or whose faults hang on more than that."""
        return tuple(
            self.shelf.draft(brief)
            for brief in self.publication.copy.briefs
            if self._closely or not self.surely_right(brief)
        )

    def snapshot_text(self, name: str) -> str | None:
        """Give what can be read in a snapshot (`snapshots/…`); `None` when it is not there or of a kind not read."""
        return self.shelf.snapshot(name) if name in self.publication.copy.files else None

    def surely_right(self, brief: Brief) -> bool:
        """Tell whether all that a draft points to is there, so that no rule has to look closer."""
        return (
            brief.last_change < self._yesterday
            and self._known.issuperset(brief.references.splitlines())
            and self._refused.isdisjoint(brief.named_in_claims.splitlines())
        )

    @cached_property
    def _yesterday(self) -> str:
        return dates.day_before(self.publication.today)

    @cached_property
    def _refused(self) -> frozenset[str]:
        return refused_names(self.publication.masthead)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._everything())

    def _everything(self) -> Iterator[str]:
        """Give everything that a draft may point to, as `references.py` names it."""
        publication = self.publication
        yield from (f"source {source_id}" for source_id in publication.sources)
        for source_id, source in publication.sources.items():
            yield from (f"quote {source_id} {quote.id}" for quote in source.quotes)
        yield from (f"topic {topic_id}" for topic_id in publication.topics)
        yield from (f"person {person}" for person in publication.masthead.people)
        yield from (f"verdict {verdict.id}" for verdict in publication.masthead.verdicts)
        yield from (f"check {brief.id}" for brief in publication.copy.briefs)
        yield from (f"picture {name}" for name in publication.copy.files if name.startswith("images/"))
        yield from (f"page {one.address}" for one in self.holdings if one.answers)
