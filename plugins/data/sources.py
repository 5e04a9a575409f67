"""`sources.json`: every source that a fact-check in lists names, with its quotes and the fact-checks that cite it."""

from msgspec import Struct, field

from plugins.core import addresses
from plugins.core.model.source import Quote, Snapshot, Source
from plugins.data.whence import Whence, whence
from plugins.press.site import Site


class Quoted(Struct, frozen=True, omit_defaults=True):
    """Words taken from the source."""

    id: str
    text: str
    at: str = ""
    translation: dict[str, str] = field(default_factory=dict)


class Kept(Struct, frozen=True):
    """The copy that was kept, which is not published: its SHA-256, and when it was made."""

    sha256: str
    captured: str


class Record(Struct, frozen=True, omit_defaults=True):
    """A source."""

    id: str
    title: str
    publisher: str
    kind: str
    accessed: str
    title_supplied: bool = False
    origin: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    held_at: str = ""
    edition: str = ""
    published: str = ""
    lang: str = ""
    access: str = ""
    archive: str = ""
    snapshot: Kept | None = None
    quotes: tuple[Quoted, ...] = ()
    interests: str = ""
    link_status: str = ""
    reason: str = ""
    note: str = ""
    page: str = ""
    cited_by: tuple[str, ...] = ()


class Sources(Struct, frozen=True):
    """The whole file."""

    publication: Whence
    sources: tuple[Record, ...]


def sources_view(site: Site) -> Sources:
    """Tell every source, by id."""
    named = {one for _, extract in site.extracts() for one in extract.named_sources()}
    records = ((one, site.source(one)) for one in sorted(named))
    return Sources(whence(site), tuple(_record(site, one, source) for one, source in records if source))


def _record(site: Site, source_id: str, source: Source) -> Record:
    users = site.users(source_id)
    withheld = source.link_status == "withheld"
    return Record(
        id=source_id,
        title=source.title,
        publisher=source.publisher,
        kind=source.kind,
        accessed=source.accessed,
        title_supplied=source.title_supplied,
        origin=source.origin,
        authors=source.authors,
        url=source.address,
        held_at=source.held_at,
        edition=source.edition,
        published=source.published or "",
        lang=source.lang,
        access=source.access or "",
        archive=source.archived_at,
        snapshot=_kept(source.snapshot),
        quotes=tuple(map(_quoted, site.quotes(source_id))),
        interests=site.worded(source.interests),
        link_status=source.link_status or "",
        reason=site.worded(source.reason) if withheld else "",
        note=site.worded(source.note),
        page=site.absolute(site.prefix + addresses.source(source_id)) if site.has_page(source_id) else "",
        cited_by=users,
    )


def _kept(snapshot: Snapshot | None) -> Kept | None:
    return Kept(snapshot.sha256, snapshot.captured) if snapshot else None


def _quoted(quote: Quote) -> Quoted:
    return Quoted(quote.id, quote.text, quote.at, quote.translation)
