"""The publication: all of it, resolved, frozen."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from plugins.core.model.factcheck import Header, SourceUse
from plugins.core.model.publication import Masthead
from plugins.core.model.source import Publisher, Source
from plugins.core.model.topic import Topic
from plugins.core.parse.nouns import Draft, WrittenPage
from plugins.core.parse.prose import Prose

Standing = Literal["public", "unlisted", "withdrawn", "draft", "held"]


class Copy(Struct, frozen=True):
    """Everything that was read, as written; each noun with the path of its file, in order of path."""

    drafts: tuple[Draft, ...] = ()
    pages: tuple[WrittenPage, ...] = ()
    topics: tuple[tuple[str, str, Topic], ...] = ()
    sources: tuple[tuple[str, str, Source], ...] = ()
    publishers: tuple[tuple[str, str, Publisher], ...] = ()
    masthead: Masthead | None = None
    files: dict[str, str] = {}
    """Pictures and snapshots below content/ → SHA-256."""
    snapshot_texts: dict[str, str] = {}
    """What can be read in the snapshots that terms are searched in."""
    folder: str = "content"
    """The copy's folder as problems show it."""
    unread: frozenset[str] = frozenset()
    """Kinds (`sources`, `topics` …) of which a file could not be read, so that nothing of them is surely unknown."""
    unread_drafts: frozenset[str] = frozenset()
    """Files of drafts that could not be read."""


class Citation(Struct, frozen=True, array_like=True):
    """One mark resolved to one source; `use` counts the uses of that source in the fact-check, from 1."""

    number: int
    source: str
    use: int
    quote: str = ""


class CitedText(Struct, frozen=True, array_like=True):
    """HTML with places for citations, and the citations of each place."""

    html: str = ""
    groups: tuple[tuple[Citation, ...], ...] = ()


class CitedSource(Struct, frozen=True, array_like=True):
    """A source in the list of a fact-check: its number, its id, its part, how often it is cited."""

    number: int
    id: str
    use: SourceUse
    uses: int


class FactCheck(Struct, frozen=True):
    """A fact-check, resolved."""

    id: str
    slug: str
    path: str
    header: Header
    standing: Standing
    published: str
    """ISO 8601 with offset."""
    updated: str
    """ISO 8601 with offset: the newest correction, or what `updated:` says; empty when there is none."""
    day: str
    """The day that topics go by: `as_of`, else the day of publication in the publication's zone."""
    summary: str
    lang: str
    draft: Draft
    texts: dict[str, CitedText]
    """By field: `body`, `bottom_line`, `claims.0.because` …."""
    sources: tuple[CitedSource, ...]
    topics: tuple[str, ...] = ()

    def prose(self) -> dict[str, Prose]:
        """Give the texts as parsed, in the order in which a page shows them."""
        return in_page_order(self.draft)


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
    publisher_of: dict[str, str]
    """Name → publisher id."""
    pending_paths: frozenset[str]
    """The files of drafts and held copy, also of such as could not be read: their problems stop nothing."""
    copy: Copy

    def listed(self) -> list[FactCheck]:
        """Give the fact-checks that lists and feeds show, newest first."""
        return [check for check in self.factchecks.values() if check.standing == "public"]

    def next_due(self) -> FactCheck | None:
        """Give the held fact-check that falls due next."""
        held = [check for check in self.pending.values() if check.standing == "held"]
        return min(held, key=lambda check: datetime.fromisoformat(check.published), default=None)

    def everything(self) -> list[FactCheck]:
        """Give every fact-check, pending ones too, in order of path."""
        both = {**self.factchecks, **self.pending}
        return sorted(both.values(), key=lambda check: check.path)


def in_page_order(draft: Draft) -> dict[str, Prose]:
    """Give the texts of a fact-check in which marks resolve, in the order in which its page shows them."""
    before = {key: text for key, text in draft.inline.items() if key.startswith(("bottom_line", "claims."))}
    after = {key: text for key, text in draft.inline.items() if key.startswith("not_found.")}
    return {**before, "body": draft.body, **after}
