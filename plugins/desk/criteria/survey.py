"""What criteria look at: the publication as readers see it, with the headers of its fact-checks."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from msgspec import Struct

from plugins.core.model.factcheck import Header
from plugins.core.model.source import Source
from plugins.core.parse.nouns import WrittenPage
from plugins.core.problems import Spot
from plugins.core.resolve.apart import Brief
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.core.resolve.references import named_sources


class Filed(Struct, frozen=True):
    """A fact-check that readers see, with its header."""

    check: FactCheck
    header: Header

    def spot(self, *pointer: str | int) -> Spot:
        """Point to a field of its header."""
        return Spot(self.check.path, pointer)


class Recorded(Struct, frozen=True):
    """A source on which a fact-check leans: its id, its record, the file that holds it."""

    id: str
    source: Source
    path: str

    def spot(self, *pointer: str | int) -> Spot:
        """Point to a field of its record."""
        return Spot(self.path, (self.id, *pointer))


class Survey:
    """One survey of a publication; what several criteria need is found once."""

    def __init__(self, publication: Publication, header_of: Callable[[Brief], Header]) -> None:
        """`header_of` fetches the header of a fact-check. Drafts and held copy are left out: no reader sees them."""
        self.publication = publication
        self.masthead = publication.masthead
        self._header_of = header_of

    @cached_property
    def published(self) -> tuple[Filed, ...]:
        """Every fact-check that has a page, withdrawn and unlisted ones too, newest first."""
        shown = (check for check in self.publication.factchecks.values() if not check.pending)
        return tuple(Filed(check, self._header_of(check.brief)) for check in shown)

    @cached_property
    def listed(self) -> tuple[Filed, ...]:
        """Those that lists and feeds show, newest first."""
        return tuple(one for one in self.published if one.check.standing == "public")

    @cached_property
    def claiming(self) -> tuple[Filed, ...]:
        """Those of the listed ones that examine a claim."""
        return tuple(one for one in self.listed if one.header.claims)

    @cached_property
    def sources(self) -> tuple[Recorded, ...]:
        """The sources that listed fact-checks name: cited, consulted, searched, or the place of a claim."""
        named = {source_id for one in self.listed for source_id, _ in named_sources(one.header)}
        return tuple(one for one in self._records() if one.id in named)

    def _records(self) -> Iterator[Recorded]:
        seen = set()
        for path, source_id, source in self.publication.copy.sources:
            if source_id not in seen:
                yield Recorded(source_id, source, path)
            seen.add(source_id)

    def of_masthead(self, *pointer: str | int) -> Spot:
        """Point to a field of `publication.yaml`."""
        return Spot(f"{self.publication.copy.folder}/publication.yaml", pointer)

    def policy(self, name: str) -> tuple[WrittenPage, ...]:
        """Give the standing pages that hold a policy: one, or one for each language."""
        named: Any = getattr(self.masthead.policies, name)
        slugs = named.values() if isinstance(named, dict) else (named,)
        pages = {page.slug: page for page in reversed(self.publication.copy.pages)}
        return tuple(pages[slug] for slug in slugs if slug in pages)
