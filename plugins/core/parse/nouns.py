"""What one file of the copy holds, as written: nouns with the path they came from."""

from msgspec import Struct

from plugins.core.model.factcheck import Header
from plugins.core.model.ledger import EnteredMasthead, LedgerLine
from plugins.core.model.publication import Masthead, PageHeader
from plugins.core.model.source import Publisher, Source
from plugins.core.model.topic import Topic
from plugins.core.parse.prose import Prose
from plugins.core.problems import Problem


class Draft(Struct, frozen=True):
    """A fact-check as written: its header, its body, its inline texts by field (`claims.0.because`)."""

    path: str
    slug: str
    header: Header
    body: Prose
    inline: dict[str, Prose]


class WrittenPage(Struct, frozen=True):
    """A standing page as written."""

    path: str
    slug: str
    header: PageHeader
    body: Prose


class WrittenTopic(Struct, frozen=True):
    """A topic as written; `id` is the file's name."""

    path: str
    id: str
    topic: Topic


class Parsed(Struct, frozen=True, array_like=True):
    """All that one file gave: nouns of one kind, and the problems of its text."""

    path: str
    draft: Draft | None = None
    page: WrittenPage | None = None
    topic: WrittenTopic | None = None
    sources: dict[str, Source] | None = None
    publishers: dict[str, Publisher] | None = None
    masthead: Masthead | None = None
    ledger: tuple[LedgerLine, ...] = ()
    source_pages: tuple[str, ...] = ()
    """The sources that the ledger knows to have had a page."""
    topic_pages: tuple[str, ...] = ()
    """The names of topics that the ledger knows."""
    entered: EnteredMasthead | None = None
    """What the ledger has of the whole publication."""
    pending: bool = False
    """A draft whose header could not be read, but that says it is one."""
    problems: tuple[Problem, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the file gave no noun."""
        nouns = self.draft or self.page or self.topic or self.sources or self.publishers or self.masthead
        return not (nouns or self.ledger or self.source_pages or self.topic_pages or self.entered)
