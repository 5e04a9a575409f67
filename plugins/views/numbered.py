"""The numbered sources of a fact-check as its page shows them.

What all pages show of a source alike is one part, asked for once a page: a page numbers a dozen of thousands.
"""

from collections.abc import Iterable, Sequence
from html import escape

from msgspec import Raw, Struct

from plugins.core import anchors
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.citations import CitedSource, CitedText
from plugins.core.resolve.extract import NumberedSource
from plugins.press.site import Site
from plugins.views import weave
from plugins.views.frame import Link
from plugins.views.source_entries import SourceView, label, quoted_source, stances
from plugins.views.structured.node import written
from plugins.views.structured.source import source_node

LOOKED_AT = 40
"""So many of the fact-checks that cite a source may be related to one of them: everybody cites some sources."""


class Shown(Struct, frozen=True):
    """What every page that numbers a source shows of it."""

    source: SourceView
    anchor: str
    label: str
    """Its name in a few words, as HTML."""
    kind: str
    origin: str
    """Whose words it carries, as origins are counted."""
    retracted: Link | None
    """Its entry, if its publisher retracted it."""
    newest_users: Sequence[int]
    """The newest fact-checks that cite it, by number, `LOOKED_AT` at most."""
    node: Raw
    """The source in the words of schema.org, as JSON."""


Numbered = list[tuple[CitedSource, Shown]]
"""The sources of a fact-check that have a record, by number."""


class SourceEntry(Struct, frozen=True):
    """A source in the list of a fact-check."""

    number: int
    anchor: str
    source: SourceView
    stance: str
    primary: bool
    backlinks: str
    """The ways back to its uses, as HTML."""


def numbered(site: Site, whole: Whole) -> Numbered:
    """Give the numbered sources of a fact-check."""
    return [(cited, shown) for cited in whole.sources if (shown := site.once(_shown, cited.id))]


def _shown(site: Site, source_id: str) -> Shown | None:
    source, view = site.source(source_id), quoted_source(site, source_id, anchored=True)
    if source is None or view is None:
        return None
    anchor = anchors.source(source_id)
    return Shown(
        source=view,
        anchor=anchor,
        label=escape(label(site, source)),
        kind=source.kind,
        origin=site.origin_of(source),
        retracted=Link(f"#{anchor}", source.title) if source.link_status == "retracted" else None,
        newest_users=site.newest_users(source_id, LOOKED_AT),
        node=written(source_node(site, source_id) or {}),
    )


def labels(sources: Iterable[tuple[CitedSource, Shown]]) -> dict[str, str]:
    """Name the citations of every source: they begin with the number that is shown (WCAG 2.5.3)."""
    return {one.id: f"{one.number}, {shown.label}" for one, shown in sources}


def labels_in(site: Site, text: CitedText, sources: Iterable[CitedSource | NumberedSource]) -> dict[str, str]:
    """Name the citations of one text, for a page that shows no more: it does not stand on quotes."""
    cited = {citation.source for group in text.groups for citation in group}
    named = ((one, site.once(_label, one.id)) for one in sources if one.id in cited)
    return {one.id: f"{one.number}, {name}" for one, name in named if name}


def _label(site: Site, source_id: str) -> str:
    source = site.source(source_id)
    return escape(label(site, source)) if source else ""


def entries(site: Site, sources: Iterable[tuple[CitedSource, Shown]]) -> tuple[SourceEntry, ...]:
    """Give the sources with their ways back."""
    said = stances(site)
    return tuple(
        [
            SourceEntry(
                cited.number,
                shown.anchor,
                shown.source,
                said[cited.use.stance],
                cited.use.primary,
                weave.back(site, cited.id, cited.number, cited.uses),
            )
            for cited, shown in sources
        ]
    )
