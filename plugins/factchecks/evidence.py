"""The picture of the evidence: how many independent origins, which kinds, primary or not, for and against."""

from collections import Counter

from msgspec import Struct

from plugins.core import anchors
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.citations import CitedSource
from plugins.press.site import Site
from plugins.views.source_entries import kind, stance


class SourceDot(Struct, frozen=True):
    """A source in the picture; `look` is its stance for styling: `supports`, `against`, `context` or nothing."""

    number: int
    href: str
    primary: bool
    look: str
    label: str
    """What it is, in words: its kind, whether it is primary, its stance."""


class OriginRow(Struct, frozen=True):
    """An origin, and the sources that carry its words: they count once."""

    name: str
    sources: tuple[SourceDot, ...]


class KindCount(Struct, frozen=True):
    """How many sources are of a kind."""

    name: str
    count: int


class EvidenceView(Struct, frozen=True):
    """The evidence of a fact-check; the origin with most sources first."""

    total: int
    origins: tuple[OriginRow, ...]
    kinds: tuple[KindCount, ...]
    primary: int
    supports: int
    against: int


class _Weight(Struct, frozen=True):
    """What of a source weighs: its origin, that of its words, as counted and by name; its kind, the same in words."""

    origin: str
    name: str
    kind: str
    kind_in_words: str


def evidence_view(site: Site, whole: Whole) -> EvidenceView | None:
    """Show the evidence; `None` for a fact-check without a source that has a record."""
    known = [(cited, weight) for cited in whole.sources if (weight := site.once(_weight, cited.id))]
    if not known:
        return None
    rows: dict[str, list[tuple[CitedSource, _Weight]]] = {}
    for cited, weight in known:
        rows.setdefault(weight.origin, []).append((cited, weight))
    kinds = Counter(weight.kind for _, weight in known)
    stances = Counter(cited.use.stance for cited, _ in known)
    ordered = sorted(rows.values(), key=lambda row: (-len(row), row[0][0].number))
    return EvidenceView(
        total=len(known),
        origins=tuple(_row(site, row) for row in ordered),
        kinds=tuple(KindCount(kind(site, name), number) for name, number in kinds.most_common()),
        primary=sum(cited.use.primary for cited, _ in known),
        supports=stances["supports"],
        against=stances["against"],
    )


def _weight(site: Site, source_id: str) -> _Weight | None:
    source = site.source(source_id)
    if source is None:
        return None
    return _Weight(site.origin_of(source), source.origin or source.publisher, source.kind, kind(site, source.kind))


def _row(site: Site, row: list[tuple[CitedSource, _Weight]]) -> OriginRow:
    return OriginRow(row[0][1].name, tuple([_dot(site, cited, weight) for cited, weight in row]))


def _dot(site: Site, cited: CitedSource, weight: _Weight) -> SourceDot:
    primary = site.say("primary source") if cited.use.primary else ""
    words = (weight.kind_in_words, primary, stance(site, cited.use.stance))
    return SourceDot(
        number=cited.number,
        href=f"#{anchors.source(cited.id)}",
        primary=cited.use.primary,
        look=cited.use.stance or "",
        label=", ".join(filter(None, words)),
    )
