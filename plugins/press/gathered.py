"""What views may read of lists: which fact-checks stand together, and what is shown of one there. Every read is remembered."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from plugins.core.resolve.extract import Extract, unpack_extract
from plugins.core.resolve.listings import Listing, Listings, listing_of
from plugins.core.resolve.publication import FactCheck, Indexed, Outline
from plugins.press.evidence import Evidence

T = TypeVar("T")


class Gathered(Evidence):
    """The part of a site that tells what lists hold."""

    prefix: str
    _listed: list[str]
    _listings: Listings | None
    """Held if many pages of a large publication are made."""

    def seldom(self, make: Callable[..., T], *of: str | int) -> T:
        """Make a part that pages show a few times at most. It is kept as by `once`, but not of a large publication, where all of them would take memory that other parts need more."""
        return make(self, *of) if self._listings else self.once(make, *of)

    def listing(self, factcheck_id: str) -> Listing:
        """Give what lists show of a fact-check that is surely there."""
        self._watch.note(f"check {factcheck_id}")
        return self._told(factcheck_id)

    def _told(self, factcheck_id: str) -> Listing:
        packed = self._listings
        return packed[factcheck_id] if packed else listing_of(self._publication.factchecks[factcheck_id])

    def extract(self, factcheck_id: str) -> Extract:
        """Give the extract of a fact-check that is surely there."""
        self._watch.note(f"check {factcheck_id}")
        return unpack_extract(self._publication.factchecks[factcheck_id].brief.extract)

    def listed(self) -> list[str]:
        """Give the ids of the fact-checks that lists and feeds of this language show, newest first."""
        self._watch.note(f"listed {self.prefix}")
        return self._listed

    def extracts(self) -> Iterator[tuple[FactCheck, Extract]]:
        """Give the fact-checks of `listed` with their extracts; of each a view may show what `facts.extract_of` tells."""
        self._watch.note(f"extracts {self.prefix}")
        return ((one, unpack_extract(one.brief.extract)) for one in self._publication.listed(self.prefix))

    def indexed(self) -> list[Indexed]:
        """Give what search engines may know of the fact-checks of this language, newest first."""
        self._watch.note(f"indexed {self.prefix}")
        return self._publication.indexed(self.prefix)

    def changed(self) -> list[str]:
        """Give the ids of the fact-checks of this language that were corrected or withdrawn."""
        self._watch.note(f"changed {self.prefix}")
        return [check.id for check in self._publication.changed(self.prefix)]

    def members(self, topic_id: str) -> tuple[str, ...]:
        """Give the ids of a topic's fact-checks in this language, newest first."""
        self._watch.note(f"members {topic_id} {self.prefix}")
        return self._publication.members_in(topic_id, self.prefix)

    def outlines(self, topic_id: str) -> tuple[Outline, ...]:
        """Give what is counted of a topic's fact-checks in this language, newest first."""
        self._watch.note(f"outlines {topic_id} {self.prefix}")
        return tuple([self._told(one).outline for one in self._publication.members_in(topic_id, self.prefix)])

    def works(self, person_id: str) -> tuple[str, ...]:
        """Give the ids of the fact-checks of this language that somebody wrote or edited, newest first."""
        self._watch.note(f"works {person_id} {self.prefix}")
        return self._publication.works_in(person_id, self.prefix)
