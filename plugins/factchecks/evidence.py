"""The picture of the evidence: how many independent origins, which kinds, primary or not, for and against."""

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from plugins.core.resolve.citations import CitedSource
from plugins.press.site import Site
from plugins.views.numbered import Numbered, Shown
from plugins.views.source_entries import kind, stances


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


def evidence_view(site: Site, sources: Numbered) -> EvidenceView | None:
    """Show the evidence; `None` for a fact-check without a source that has a record."""
    if not sources:
        return None
    rows: dict[str, Numbered] = {}
    for one in sources:
        rows.setdefault(one[1].origin, []).append(one)
    primary, said = site.say("primary source"), stances(site)
    kinds = Counter([shown.kind for _, shown in sources])
    looks = [cited.use.stance for cited, _ in sources]
    return EvidenceView(
        total=len(sources),
        origins=tuple([_row(row, primary, said) for row in sorted(rows.values(), key=len, reverse=True)]),
        kinds=tuple([KindCount(kind(site, name), number) for name, number in kinds.most_common()]),
        primary=sum(cited.use.primary for cited, _ in sources),
        supports=looks.count("supports"),
        against=looks.count("against"),
    )


def _row(row: Numbered, primary: str, said: Mapping[str | None, str]) -> OriginRow:
    source = row[0][1].source
    return OriginRow(source.origin or source.publisher, tuple([_dot(*one, primary, said) for one in row]))


def _dot(cited: CitedSource, shown: Shown, primary: str, said: Mapping[str | None, str]) -> SourceDot:
    words = [shown.source.kind, primary if cited.use.primary else "", said[cited.use.stance]]
    return SourceDot(
        number=cited.number,
        href=f"#{shown.anchor}",
        primary=cited.use.primary,
        look=cited.use.stance or "",
        label=", ".join([word for word in words if word]),
    )
