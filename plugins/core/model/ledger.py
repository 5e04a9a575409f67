"""The ledger: what readers were last shown of each fact-check, so that no build forgets it."""

from msgspec import Struct

from plugins.core.model.scalars import Digest, Id, LocalPath, Moment


class LedgerLine(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A line of `content/ledger/YYYY.jsonl`: a fact-check as it was last entered; the year is that of `first`."""

    id: Id
    first: Moment
    """When it was first published, ISO 8601 with offset."""
    addresses: tuple[LocalPath, ...]
    """Every address that it ever had, whole, the present one last."""
    text: Digest
    """Of its text: see `folded.py`."""
    sources: Digest
    """Of its sources as shown: see `source_fields.py`."""
    corrections: dict[Id, Digest] = {}
    """The ids of its corrections, sorted, with what readers were shown of each: see `corrections.py`."""
    withdrawn: bool = False
    guid: str = ""

    @property
    def file(self) -> str:
        """The file that it stands in, below the folder of the copy."""
        return f"{FOLDER}/{self.first[:4]}.jsonl"

    @property
    def last_text(self) -> str:
        """The file that holds what was last published, below the folder of the copy."""
        return f"{FOLDER}/{self.first[:4]}/{self.id}.md"


class EnteredMasthead(Struct, frozen=True, forbid_unknown_fields=True):
    """The file `content/ledger/publication.json`: what of the whole publication hangs on every page and in every feed."""

    tag_authority: str
    verdicts: dict[str, dict[str, str]]
    """Verdict → language → its label."""


class Compared(Struct, frozen=True):
    """What of a fact-check is not as the ledger has it: with no line all, else perhaps its text, its sources, or the rest."""

    line: LedgerLine | None
    text: bool = True
    sources: bool = True


FOLDER = "ledger"
"""The folder of the ledger below that of the copy."""
SOURCE_PAGES = f"{FOLDER}/sources.txt"
"""The file that names the sources which have had a page, an id a line."""
TOPIC_PAGES = f"{FOLDER}/topics.txt"
"""The file that names the topics there have been, and what they were called before, an id a line."""
MASTHEAD = f"{FOLDER}/publication.json"
"""The file that holds the tag authority and the labels of the scale."""
