"""What views may read: the publication, and where it will stand. Every read is remembered."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar
from urllib.parse import urlsplit

from msgspec import Struct

from plugins.core import addresses
from plugins.core.model.publication import Masthead, PageHeader
from plugins.core.model.source import Source
from plugins.core.model.topic import Topic
from plugins.core.parse.nouns import WrittenPage
from plugins.core.resolve.apart import Brief, Whole
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.press.facts import fact_of

T = TypeVar("T")


class Asset(Struct, frozen=True):
    """A theme file: the address that it is published at, and its SHA-256."""

    address: str
    sha256: str


class Site:
    """The publication as views read it; `base` is its address without final slash, `root` the path in that.

    What a view shows hangs on its own arguments, on base and root, and on the facts that it read here; so views read
    nothing elsewhere.
    """

    def __init__(
        self,
        publication: Publication,
        base: str,
        assets: Mapping[str, Asset],
        named_facts: Mapping[str, int],
        whole: Callable[[Brief], Whole],
    ) -> None:
        """`whole` fetches all of a fact-check."""
        self.base = base
        self.root = urlsplit(base).path
        self._publication = publication
        self._assets = assets
        self.facts = named_facts
        self._whole = whole
        self._listed = [check.id for check in publication.listed()]
        self._read: set[int] = set()
        self._made: dict[tuple[str, ...], tuple[Any, tuple[int, ...]]] = {}

    def __reduce__(self) -> tuple[type["Site"], tuple[object, ...]]:
        """Travel to another machine without what was made here."""
        return Site, (self._publication, self.base, self._assets, self.facts, self._whole)

    def edited(self, publication: Publication, ids: Iterable[str]) -> "Site":
        """Give the site of the same publication in which some fact-checks were edited in place."""
        now = dict(fact_of(publication.factchecks[one]) for one in ids)
        return Site(publication, self.base, self._assets, {**self.facts, **now}, self._whole)

    def watched(self, make: Callable[[], T]) -> tuple[T, tuple[int, ...]]:
        """Make something, and give the facts that it stands on."""
        before, self._read = self._read, set()
        try:
            return make(), tuple(self._read)
        finally:
            self._read = before

    def once(self, part: tuple[str, ...], make: Callable[[], T]) -> T:
        """Make a part that many views share (a source, a card) when it is first asked for, and keep it."""
        known = self._made.get(part)
        if known is None:
            known = self._made[part] = self.watched(make)
        self._read.update(known[1])
        made: T = known[0]
        return made

    @property
    def masthead(self) -> Masthead:
        """What is true of the whole publication."""
        self._note("masthead")
        return self._publication.masthead

    @property
    def today(self) -> str:
        """The day of the build's clock."""
        self._note("today")
        return self._publication.today

    @property
    def page_headers(self) -> Mapping[str, PageHeader]:
        """The headers of the standing pages by slug."""
        self._note("pages")
        return {page.slug: page.header for page in self._publication.copy.pages}

    def page(self, slug: str) -> WrittenPage:
        """Give a standing page."""
        self._note(f"page {slug}")
        return next(page for page in self._publication.copy.pages if page.slug == slug)

    def check(self, factcheck_id: str) -> FactCheck | None:
        """Give a fact-check, if readers can see it."""
        check = self._publication.factchecks.get(factcheck_id)
        self._note(f"check {factcheck_id}" if check else "checks")
        return check

    def known_check(self, factcheck_id: str) -> FactCheck:
        """Give a fact-check that is surely there, since a page or a list names it."""
        self._note(f"check {factcheck_id}")
        return self._publication.factchecks[factcheck_id]

    def whole(self, check: FactCheck) -> Whole:
        """Give all of a fact-check: it is of the same file."""
        return self._whole(check.brief)

    def listed(self) -> list[str]:
        """Give the ids of the fact-checks that lists and feeds show, newest first."""
        self._note("listed")
        return self._listed

    def changed(self) -> list[str]:
        """Give the ids of the fact-checks that were corrected or withdrawn."""
        self._note("changed")
        return [check.id for check in self._publication.changed()]

    def topic(self, topic_id: str) -> Topic:
        """Give a topic."""
        self._note(f"topic {topic_id}")
        return self._publication.topics[topic_id]

    @property
    def topics(self) -> Mapping[str, Topic]:
        """All topics by id."""
        self._note("topics")
        return self._publication.topics

    def members(self, topic_id: str) -> tuple[str, ...]:
        """Give the ids of the fact-checks of a topic, newest first."""
        self._note(f"members {topic_id}")
        return self._publication.members[topic_id]

    def source(self, source_id: str) -> Source | None:
        """Give the record of a source."""
        source = self._publication.sources.get(source_id)
        self._note(f"source {source_id}" if source else "sources")
        return source

    def users(self, source_id: str) -> tuple[str, ...]:
        """Give the ids of the fact-checks that cite a source, newest first."""
        users = self._publication.uses.get(source_id)
        self._note(f"users {source_id}" if users else "uses")
        return users or ()

    @property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """All sources that are cited, with the ids of the fact-checks that cite them."""
        self._note("uses")
        return self._publication.uses

    def use_template(self, name: str) -> None:
        """Remember that a page is made with a template; what is rendered without one hangs on our code alone."""
        if f"template {name}" in self.facts:
            self._note(f"template {name}")

    def asset(self, name: str) -> str:
        """Give the address of a theme file."""
        self._note(f"asset {name}")
        return self.here(self._assets[name].address)

    def picture(self, file: str) -> str:
        """Give the address of a picture of the copy."""
        digest = self._publication.copy.files.get(file, "")
        self._note(f"picture {file}" if digest else "files")
        return addresses.picture(file, digest)

    def here(self, address: str) -> str:
        """Give an address as a link on a page has it."""
        return self.root + address

    def absolute(self, address: str) -> str:
        """Give an address as feeds, canonical links and data have it."""
        return self.base + address

    def _note(self, name: str) -> None:
        self._read.add(self.facts[name])
