"""A source: one piece of evidence (a document, page, dataset, statement)."""

from typing import Literal

from msgspec import Struct, field

from plugins.core.model.scalars import Day, Id, Lang, Moment, PartialDate, Sha256, Url
from plugins.core.model.worded import Worded

Kind = Literal[
    "news", "government", "court", "law", "dataset", "study", "statement", "interview", "social",
    "fact-check", "reference", "other",
]  # fmt: skip
LinkStatus = Literal["live", "moved", "changed", "dead", "retracted", "withheld"]


class Quote(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words taken from a source exactly; `at` says where they stand in it."""

    id: Id
    text: str
    at: str = ""
    translation: dict[str, str] = field(default_factory=dict)


class Snapshot(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The stored copy of a source: a file below `content/snapshots/`, its SHA-256, its time of capture."""

    file: str
    sha256: Sha256
    captured: Moment


class Source(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A record of `content/sources/`; its id is its key there."""

    title: str
    publisher: str
    accessed: Day
    kind: Kind
    title_supplied: bool = False
    origin: str = ""
    authors: tuple[str, ...] = ()
    url: Url | None = None
    held_at: str = ""
    edition: str = ""
    published: PartialDate | None = None
    lang: Lang = ""
    access: Literal["free", "registration", "paywall"] | None = None
    archive: Url | None = None
    snapshot: Snapshot | None = None
    quotes: tuple[Quote, ...] = ()
    interests: Worded = ""
    link_status: LinkStatus | None = None
    reason: Worded = ""
    note: Worded = ""

    @property
    def address(self) -> str:
        """Where readers find it on the web; empty when it is not there, or its address is withheld."""
        return "" if self.link_status == "withheld" else self.url or ""

    @property
    def archived_at(self) -> str:
        """Where its archived copy is; empty when its address is withheld, since an archive's address holds it."""
        return "" if self.link_status == "withheld" else self.archive or ""

    def quote(self, quote_id: str) -> Quote | None:
        """Find a quote of this source by its id."""
        return next((quote for quote in self.quotes if quote.id == quote_id), None)


class Publisher(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An entry of `content/publishers.yaml`: one publisher or agency under all its names."""

    names: tuple[str, ...]
    owner: str = ""
    interests: str = ""
    address: Url | None = None
