"""A draft taken apart by when it is needed: always, or when something of it is shown.

A publication of ten thousand fact-checks is held as briefs. Everything here hangs on the draft alone, so it is
worked out once for a file and kept for as long as the file stays as it is.
"""

from hashlib import blake2b
from typing import Protocol

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from plugins.core import anchors
from plugins.core.model.factcheck import Header, Status
from plugins.core.parse.nouns import Draft
from plugins.core.parse.prose import Heading
from plugins.core.resolve.citations import CitedSource, CitedText, cite
from plugins.core.resolve.claims import named_in_claims
from plugins.core.resolve.corrections import pack_corrections
from plugins.core.resolve.events import events_of
from plugins.core.resolve.extract import pack_extract
from plugins.core.resolve.folded import loose
from plugins.core.resolve.last_text import digest_of
from plugins.core.resolve.references import references
from plugins.core.resolve.source_fields import shown_sources
from plugins.core.resolve.sureness import last_change

SUMMARY_LENGTH = 280
"""The longest summary made from a first paragraph, in characters."""
_TOLD = 16
_ENCODE = msgspec.msgpack.Encoder().encode


class Whole(Struct, frozen=True, array_like=True):
    """All of a fact-check that its page shows: header, texts by field (`body`, `bottom_line` …), numbered sources."""

    header: Header
    texts: dict[str, CitedText]
    sources: tuple[CitedSource, ...]
    headings: tuple[Heading, ...]
    ids: tuple[str, ...]
    """Those in the body."""

    def all_ids(self) -> frozenset[str]:
        """Give the ids on the page of the fact-check."""
        return frozenset(
            {
                *self.ids,
                *anchors.PAGE_IDS,
                *(anchors.source(cited.id) for cited in self.sources),
                *(anchors.claim(claim.id) for claim in self.header.claims),
                *(anchors.correction(correction.id) for correction in self.header.corrections),
            }
        )


class Brief(Struct, frozen=True, array_like=True, gc=False):
    """What the publication knows of a fact-check at all times, as typed.

    Lists of ids are one text with blanks or line breaks between: there are many, and tuples take five times the memory.
    """

    path: str
    digest: bytes
    """Of the path and the content of its file."""
    slug: str
    id: str
    title: str
    status: Status
    published: str
    changed: tuple[str, ...]
    """What `updated:` says, and the moments of the corrections."""
    events: str
    """What of its changes feeds tell, a line each: `substantial c1 2025-11-09`; see `events.py`."""
    as_of: str
    lang: str
    translation_of: str
    summary: str
    topics: tuple[str, ...]
    tags: tuple[str, ...]
    verdicts: tuple[str, ...]
    claimants: str
    """Who made its claims, a line for each claim."""
    authors: str
    edited_by: str
    declared: int
    """How many sources are numbered."""
    cited: str
    """The sources that marks stand for, with their numbers, and how often each is cited: `gazette-2025:3:2`."""
    slug_history: tuple[str, ...]
    redirect_from: tuple[str, ...]
    references: str
    """All that the draft points to, a line each: see `references.py`."""
    named_in_claims: str
    """What must be neither the publication's name nor a verdict's label, a line each: see `claims.py`."""
    last_change: str
    """The day of its newest change; empty when there is none."""
    review_by: str
    anchors: bytes
    """A digest of the ids on its page."""
    extract: bytes
    """What data files tell of it beyond this, packed: see `extract.py`."""
    text: str
    """A digest of its text as readers see it: see `folded.py`."""
    shown: str
    """What it shows of sources, the names of `source_fields.py`."""
    corrections: str
    """Their ids, sorted, each with a digest: see `corrections.py`."""
    guid: str
    told: bytes = b""
    """A digest of all this but the digests of file and text: what lists show of a fact-check hangs on no more."""

    def leans_on(self, source_id: str) -> bool:
        """Tell whether a mark of it stands for a source."""
        return f" {source_id}:" in f" {self.cited}"


class Filed(Protocol):
    """What the rest of a fact-check is fetched by: a brief has it too."""

    @property
    def path(self) -> str:
        """The file that it was written in."""

    @property
    def digest(self) -> bytes:
        """Of the path and the content of that file."""


class Apart(Struct, frozen=True, array_like=True):
    """A draft in its parts; `pointers` is the draft itself without its HTML, for rules that look closer."""

    brief: Brief
    whole: Whole
    pointers: Draft


def take_apart(draft: Draft, digest: bytes = b"") -> Apart:
    """Resolve the marks of a draft, and part it."""
    header = draft.header
    texts, sources = cite(draft)
    whole = Whole(header, texts, sources, draft.body.headings, draft.body.ids)
    changed = (*filter(None, [header.updated]), *(one.date for one in header.corrections))
    cited = {one.id: one for one in reversed(sources) if one.uses}
    told = Brief(
        path="",
        digest=b"",
        slug=draft.slug,
        id=header.id,
        title=header.title,
        status=header.status,
        published=header.published,
        changed=changed,
        events="\n".join(events_of(header)),
        as_of=header.as_of or "",
        lang=header.lang,
        translation_of=header.translation_of or "",
        summary=header.summary or shorten(draft.body.opening),
        topics=header.topics,
        tags=header.tags,
        verdicts=tuple(claim.verdict for claim in header.claims),
        claimants="\n".join(" ".join(claim.claimant.shown.split()) for claim in header.claims),
        authors=" ".join(header.authors),
        edited_by=" ".join(header.edited_by),
        declared=len(sources),
        cited=" ".join(f"{one.id}:{one.number}:{one.uses}" for one in cited.values()),
        slug_history=header.slug_history,
        redirect_from=header.redirect_from,
        references="\n".join(references(draft, whole.all_ids)),
        named_in_claims="\n".join(dict.fromkeys(named_in_claims(header))),
        last_change=last_change(header),
        review_by=header.review_by or "",
        anchors=blake2b("\n".join(sorted(whole.all_ids())).encode(), digest_size=8).digest(),
        extract=pack_extract(header, texts, sources),
        text="",
        shown=shown_sources(draft),
        corrections=pack_corrections(header),
        guid=header.guid,
    )
    brief = replace(
        told,
        path=draft.path,  # which no page shows, so that copy may be moved
        digest=digest,
        text=digest_of(loose(header, texts, sources)),
        told=blake2b(_ENCODE(told), digest_size=_TOLD).digest(),
    )
    return Apart(brief, whole, replace(draft, body=replace(draft.body, html="")))


def shorten(text: str, length: int = SUMMARY_LENGTH) -> str:
    """Cut plain text between words."""
    if len(text) <= length:
        return text
    words = text[:length].rpartition(" ")[0].rstrip(" ,;:–—-")
    return f"{words or text[:length]} …"
