"""What views may read of sources and publishers. Every read is remembered."""

from array import array
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec.structs import replace

from plugins.core.model.source import Publisher, Quote, Source
from plugins.core.resolve.independence import author_of
from plugins.core.resolve.origins import Share, Texts
from plugins.core.resolve.publication import NUMBERS, Publication
from plugins.press.watch import Watch, Watched


class Evidence(Watched):
    """The part of a site that tells what it leans on."""

    def __init__(self, publication: Publication, watch: Watch) -> None:
        """Read from a publication, and be watched."""
        super().__init__(watch)
        self._publication = publication
        self._ids = list(publication.factchecks)
        self._records: dict[str, Source] = {}

    def source(self, source_id: str) -> Source | None:
        """Give the record of a source, without its quotes."""
        known = source_id in self._publication.sources
        self._watch.note(f"source {source_id}" if known else "sources")
        return self._record(source_id) if known else None

    def known_source(self, source_id: str) -> Source:
        """Give the record of a source that surely has one, since a list names it; without its quotes."""
        self._watch.note(f"source {source_id}")
        return self._record(source_id)

    def _record(self, source_id: str) -> Source:
        if source_id not in self._records:
            self._records[source_id] = replace(self._publication.sources[source_id], quotes=())
        return self._records[source_id]

    def quotes(self, source_id: str) -> tuple[Quote, ...]:
        """Give the quotes of a source that has a record."""
        self._watch.note(f"quotes {source_id}")
        return self._publication.sources[source_id].quotes

    def users(self, source_id: str) -> tuple[str, ...]:
        """Give the ids of the fact-checks that cite a source, newest first."""
        users = self._publication.uses.get(source_id)
        self._watch.note(f"users {source_id}" if users else "uses")
        return users or ()

    def newest_users(self, source_id: str, most: int) -> Sequence[int]:
        """Give the newest fact-checks that cite a source by number, for counting: ids lie scattered, and take four times as long."""
        users = self.users(source_id)
        if users is self._publication.uses.get(source_id):  # no translation stands for one of them
            return self._publication.citing[source_id][:most]
        return array(NUMBERS, map(self._numbers.__getitem__, users[:most]))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {one: number for number, one in enumerate(self._ids)}

    def id_of(self, number: int) -> str:
        """Give the id of the fact-check of a number."""
        return self._ids[number]

    def has_page(self, source_id: str) -> bool:
        """Tell whether a source has a page of its own."""
        self._watch.note(f"users {source_id}" if source_id in self._publication.uses else "uses")
        return self._publication.has_page(source_id)

    def only_use(self, source_id: str) -> str:
        """Give the whole address of the one fact-check that cites a source."""
        (user,) = self.users(source_id)
        return self._publication.factchecks[user].address

    def in_use(self, page: int) -> tuple[tuple[str, ...], int]:
        """Give the sources on a page of their index, and how many there are on all pages."""
        self._watch.note(f"in use {page}")
        return self._publication.in_use_on(page), len(self._publication.in_use)

    def retracted(self) -> tuple[str, ...]:
        """Give the sources in use that their publishers retracted."""
        self._watch.note("retracted")
        return self._publication.retracted()

    def publisher(self, publisher_id: str) -> Publisher:
        """Give the entry of a publisher."""
        self._watch.note(f"publisher {publisher_id}")
        return self._publication.publishers[publisher_id]

    @property
    def publishers(self) -> Mapping[str, Publisher]:
        """The entries of all publishers by id."""
        self._watch.note("publisher entries")
        return self._publication.publishers

    def publisher_of(self, name: str) -> str:
        """Give the id of the publisher of a name; empty when `publishers.yaml` does not know it."""
        publisher_id = self._publication.publisher_of.get(name, "")
        self._watch.note(f"publisher of {name}" if publisher_id else "names")
        return publisher_id

    def origin_of(self, source: Source) -> str:
        """Tell whose words a source carries: the id of the agency, else of the publisher, or a name without id."""
        name = author_of(source)
        return self.publisher_of(name) or name

    def texts(self, publisher_id: str) -> Texts:
        """Give what fact-checks lean on of a publisher."""
        self._watch.note(f"texts {publisher_id}")
        return self._publication.origins.known.get(publisher_id, Texts())

    def shares(self) -> tuple[tuple[Share, ...], tuple[Share, ...]]:
        """Give how much fact-checks lean on each publisher: on those with an entry, and on the others."""
        self._watch.note("shares")
        return self._publication.origins.shares()
