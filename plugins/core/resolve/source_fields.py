"""A source as a fact-check shows it, field by field: the part of the ledger that is evidence.

What looking after sources changes is no part of it: when it was read, where it is archived, whether its link lives.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from plugins.core.model.factcheck import Header
from plugins.core.model.source import Quote, Source
from plugins.core.model.worded import Worded
from plugins.core.parse.nouns import Draft
from plugins.core.resolve.references import CARD, named_sources

Digests = Mapping[str, bytes]
"""Source id → digest of its record as shown; `id:quote` → that of a quote."""
_SIZE = 16


def digest(text: str) -> str:
    """Digest a text in the way of the ledger, blanks and line breaks folded: SHA-256, cut short, in hexadecimal digits."""
    return _bytes(text).hex()


def _bytes(text: str) -> bytes:
    return sha256(" ".join(text.split()).encode()).digest()[:_SIZE]


def shown_sources(draft: Draft) -> str:
    """Name what a fact-check shows of sources, with blanks between: each source, and each quote that a mark points to."""
    cards = (one.src.removeprefix(CARD) for one in draft.body.pictures if one.src.startswith(CARD))
    names = {*(name for name, _ in named_sources(draft.header)), *cards}
    return " ".join(sorted({*names, *_quotes(draft, draft.header)}))


def _quotes(draft: Draft, header: Header) -> Iterator[str]:
    marks = (mark for prose in (draft.body, *draft.inline.values()) for group in prose.groups for mark in group)
    for item in (item for mark in marks for item in mark.items):
        if item.quote and item.number in header.uses:
            yield f"{header.uses[item.number].source}:{item.quote}"


def digests(sources: Mapping[str, Source]) -> dict[str, bytes]:
    """Digest the sources of a file, and their quotes, each by itself."""
    made = {}
    for source_id, source in sources.items():
        made[source_id] = _bytes(as_lines(source))
        made |= {f"{source_id}:{quote.id}": _bytes(_quote(quote)) for quote in source.quotes}
    return made


def combined(names: str, known: Digests) -> str:
    """Digest all that a fact-check shows of sources; empty when one of them has no record."""
    try:
        return sha256(b"".join(map(known.__getitem__, names.split()))).hexdigest()[: 2 * _SIZE]
    except KeyError:
        return ""


def as_shown(names: str, sources: Mapping[str, Source]) -> tuple[tuple[str, str], ...]:
    """Give the id of each source that is named, and what is shown of it, a line each."""
    shown: dict[str, list[str]] = {}
    for name in names.split():
        source_id, _, quote_id = name.partition(":")
        source = sources.get(source_id)
        quote = source.quote(quote_id) if source and quote_id else None
        if source:
            lines = shown.setdefault(source_id, [as_lines(source)])
            lines += [f"quote {quote_id}: {_quote(quote)}"] if quote else []
    return tuple((source_id, "\n".join(lines)) for source_id, lines in shown.items())


def as_lines(source: Source) -> str:
    """Give a record, without its quotes, as lines `field: text`."""
    fields = {
        "title": source.title,
        "title_supplied": "yes" if source.title_supplied else "",
        "publisher": source.publisher,
        "origin": source.origin,
        "authors": ", ".join(source.authors),
        "url": source.url or "",
        "held_at": source.held_at,
        "edition": source.edition,
        "published": source.published or "",
        "kind": source.kind,
        "lang": source.lang,
        "interests": _worded(source.interests),
    }
    return "\n".join(f"{name}: {' '.join(text.split())}" for name, text in fields.items() if text)


def _quote(quote: Quote) -> str:
    parts: Iterable[str] = (quote.text, quote.at and f"({quote.at})", _worded(quote.translation))
    return " ".join(" ".join(part.split()) for part in parts if part)


def _worded(text: Worded) -> str:
    return text if isinstance(text, str) else " ".join(f"[{lang}] {words}" for lang, words in sorted(text.items()))
