"""The publication: all of it, resolved, frozen."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from msgspec import Struct

from plugins.core import addresses
from plugins.core.model.ledger import Compared, EnteredMasthead, LedgerLine
from plugins.core.model.publication import Masthead
from plugins.core.model.source import Publisher, Source
from plugins.core.model.topic import Topic
from plugins.core.parse.nouns import WrittenPage
from plugins.core.resolve.apart import Brief
from plugins.core.resolve.feed_content import FeedContent
from plugins.core.resolve.origins import Origins

Standing = Literal["public", "unlisted", "withdrawn", "draft", "held"]
PENDING = frozenset({"draft", "held"})
"""The standings of what readers do not see yet."""
NUMBERS = "I"
"""The type code of arrays that hold numbers of fact-checks."""
PER_PAGE = 20
"""How many fact-checks a page of a list holds."""
LINES_PER_PAGE = 200
"""How many sources or fact-checks a page holds that gives each a line."""


def pages_for(items: int, per_page: int = PER_PAGE) -> int:
    """Count the pages of a list of so many; an empty one has one empty page."""
    return max(1, -(-items // per_page))


class Copy(Struct, frozen=True):
    """Everything that was read, as written; each noun with the path of its file, in order of path."""

    briefs: tuple[Brief, ...] = ()
    pages: tuple[WrittenPage, ...] = ()
    topics: tuple[tuple[str, str, Topic], ...] = ()
    sources: tuple[tuple[str, str, Source], ...] = ()
    publishers: tuple[tuple[str, str, Publisher], ...] = ()
    masthead: Masthead | None = None
    ledger: tuple[tuple[str, tuple[LedgerLine, ...]], ...] = ()
    """The files of the ledger, each with its path."""
    source_pages: frozenset[str] = frozenset()
    """The sources that the ledger knows to have had a page."""
    topic_pages: frozenset[str] = frozenset()
    """The names of topics that the ledger knows."""
    entered: EnteredMasthead | None = None
    """What the ledger has of the whole publication."""
    last_texts: frozenset[str] = frozenset()
    """The last texts that lie in the ledger, by path below the folder of the copy."""
    shown: dict[str, bytes] = {}
    """What readers see of each source and quote, digested: see `source_fields.py`."""
    files: dict[str, str] = {}
    """Pictures and snapshots below content/ → SHA-256."""
    folder: str = "content"
    """The copy's folder as problems show it."""
    unread: frozenset[str] = frozenset()
    """Kinds (`sources`, `topics` …) of which a file could not be read, so that nothing of them is surely unknown."""
    unread_drafts: frozenset[str] = frozenset()
    """Files of drafts that could not be read."""


class Outline(Struct, frozen=True, array_like=True, gc=False):
    """What is counted of a fact-check where there are many; see `FactCheck` and `Brief`."""

    published: str
    updated: str
    day: str
    cited: str
    claimants: str


class Indexed(Struct, frozen=True, array_like=True, gc=False):
    """What search engines are told of a fact-check that they may show; see `FactCheck`."""

    id: str
    address: str
    published: str
    changed: str
    """The moment of its newest change, or of publication; the day alone for one that was withdrawn."""
    listed: bool
    translations: tuple[str, ...]


class FactCheck(Struct, frozen=True, gc=False):
    """A fact-check, resolved: what was typed (`brief`), and how it stands in the publication at this moment."""

    id: str
    """Its permanent id, as all lists name it."""
    brief: Brief
    standing: Standing
    published: str
    """ISO 8601 with offset."""
    updated: str
    """ISO 8601 with offset: the newest correction, or what `updated:` says; empty when there is none."""
    first: str
    """The moment of its first publication as the ledger knows it, else `published`; ISO 8601 with offset."""
    day: str
    """The day that topics go by: `as_of`, else the day of publication in the publication's zone."""
    lang: str
    prefix: str
    """What its address begins with: nothing in the publication's first language, `/fr` in another."""
    topics: tuple[str, ...]
    translations: tuple[str, ...] = ()
    """The ids of the public fact-checks that say the same in other languages, itself among them, oldest first."""

    @property
    def path(self) -> str:
        """The file that it was written in, as problems show it."""
        return self.brief.path

    @property
    def title(self) -> str:
        """Its title."""
        return self.brief.title

    @property
    def pending(self) -> bool:
        """Whether readers do not see it yet."""
        return self.standing in PENDING

    @property
    def address(self) -> str:
        """Where it is read; what is pending is read only in a build with drafts."""
        return self.prefix + (addresses.draft(self.id) if self.pending else addresses.factcheck(self.brief.slug))

    @property
    def outline(self) -> Outline:
        """What is counted of it."""
        return Outline(self.published, self.updated, self.day, self.brief.cited, self.brief.claimants)


class Publication(Struct, frozen=True):
    """All of it. What readers see is in `factchecks`; drafts and held copy wait in `pending`."""

    masthead: Masthead
    now: str
    """The build's clock, ISO 8601 with offset."""
    today: str
    """Its day in the publication's zone."""
    factchecks: dict[str, FactCheck]
    """By id, newest first: public, unlisted, withdrawn (and, in a build with drafts, the pending ones)."""
    pending: dict[str, FactCheck]
    sources: dict[str, Source]
    publishers: dict[str, Publisher]
    topics: dict[str, Topic]
    members: dict[str, tuple[str, ...]]
    """Topic → the ids of its public fact-checks, newest first; a parent has all that its children have."""
    uses: dict[str, tuple[str, ...]]
    """Source → the ids of the public fact-checks that cite it, newest first."""
    citing: dict[str, Sequence[int]]
    """The same by number: their places in `factchecks`, side by side in memory, for counting."""
    in_use: tuple[str, ...]
    """The sources that public fact-checks cite and that have a record, those with most uses first."""
    origins: Origins
    """The same by publisher and agency."""
    works: dict[str, tuple[str, ...]]
    """Person → the ids of the public fact-checks that they wrote or edited, newest first."""
    feeds: dict[str, dict[str, FeedContent]]
    """What stands in the feeds of each language, by what its addresses begin with; see `feeds.py` for their names."""
    publisher_of: dict[str, str]
    """Name → publisher id."""
    pending_paths: frozenset[str]
    """The files of drafts and held copy, also of such as could not be read: their problems stop nothing."""
    ledger: dict[str, LedgerLine]
    """What readers were last shown, by the id of the fact-check."""
    compared: dict[str, Compared]
    """Fact-check → what readers see of it in another way than the ledger has it; not those that are as it has them."""
    copy: Copy
    drafts: bool = False
    """Whether this build shows what readers do not see: what is pending, and the style guide."""

    def listed(self, prefix: str = "") -> list[FactCheck]:
        """Give the fact-checks that the lists and feeds of a language show, newest first."""
        return [check for check in self.factchecks.values() if check.standing == "public" and check.prefix == prefix]

    def members_in(self, topic_id: str, prefix: str = "") -> tuple[str, ...]:
        """Give the ids of a topic's public fact-checks in a language, newest first."""
        return self._in(prefix, self.members[topic_id])

    def works_in(self, person_id: str, prefix: str = "") -> tuple[str, ...]:
        """Give the ids of the public fact-checks of a language that somebody wrote or edited, newest first."""
        return self._in(prefix, self.works.get(person_id, ()))

    def _in(self, prefix: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        if len(self.masthead.languages) < 2:
            return ids
        return tuple(one for one in ids if self.factchecks[one].prefix == prefix)

    def due(self) -> list[FactCheck]:
        """Give the fact-checks that readers see, or see if they know the address."""
        return [check for check in self.factchecks.values() if not check.pending]

    def has_page(self, source_id: str) -> bool:
        """Tell whether a source has a page of its own: several fact-checks cite it, or it had one once."""
        known = source_id in self.copy.source_pages and source_id in self.sources
        return known or len(self.uses.get(source_id, ())) > 1

    def in_use_on(self, page: int) -> tuple[str, ...]:
        """Give the sources on a page (from 1) of their index."""
        return self.in_use[(page - 1) * LINES_PER_PAGE : page * LINES_PER_PAGE]

    def retracted(self) -> tuple[str, ...]:
        """Give the sources in use that their publishers retracted."""
        return tuple(one for one in self.in_use if self.sources[one].link_status == "retracted")

    def prefixes(self) -> dict[str, str]:
        """Give what the addresses of each language begin with, in the order in which the languages are named."""
        return {lang: self.masthead.prefix(lang) for lang in self.masthead.languages} or {"en": ""}

    def changed(self, prefix: str = "") -> list[FactCheck]:
        """Give the fact-checks of a language that may have corrections, or are withdrawn, newest first."""
        here = (check for check in self.factchecks.values() if check.prefix == prefix)
        shown = (check for check in here if check.standing in {"public", "withdrawn"})
        return [check for check in shown if check.brief.changed or check.standing == "withdrawn"]

    def indexed(self, prefix: str = "") -> list[Indexed]:
        """Give what search engines may know of the fact-checks of a language, newest first."""
        return [
            Indexed(check.id, check.address, check.published, _changed(check), public, check.translations)
            for check in self.factchecks.values()
            if ((public := check.standing == "public") or check.standing == "withdrawn") and check.prefix == prefix
        ]

    def next_due(self) -> FactCheck | None:
        """Give the held fact-check that falls due next."""
        held = [check for check in self.pending.values() if check.standing == "held"]
        return min(held, key=lambda check: datetime.fromisoformat(check.published), default=None)

    def everything(self) -> list[FactCheck]:
        """Give every fact-check, pending ones too, in order of path."""
        both = {**self.factchecks, **self.pending}
        return sorted(both.values(), key=lambda check: check.path)


def _changed(check: FactCheck) -> str:
    withdrawn = check.standing == "withdrawn"
    return (check.brief.last_change or check.published[:10]) if withdrawn else (check.updated or check.published)
