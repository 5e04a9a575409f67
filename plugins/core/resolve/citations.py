"""Marks ↔ sources: the citations of one fact-check."""

from collections import Counter

from msgspec import Struct

from plugins.core.model.factcheck import SourceUse
from plugins.core.parse.nouns import Draft
from plugins.core.parse.prose import Prose


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


def cite(draft: Draft) -> tuple[dict[str, CitedText], tuple[CitedSource, ...]]:
    """Resolve each mark to the source declared under its number; marks without one give no citation."""
    uses = draft.header.uses
    count: Counter[str] = Counter()
    texts = {key: _cite_text(prose, uses, count) for key, prose in in_page_order(draft).items()}
    for key, prose in draft.inline.items():
        texts.setdefault(key, CitedText(prose.html))
    sources = tuple(CitedSource(number, use.source, use, count[use.source]) for number, use in sorted(uses.items()))
    return texts, sources


def _cite_text(prose: Prose, uses: dict[int, SourceUse], count: Counter[str]) -> CitedText:
    groups: list[tuple[Citation, ...]] = []
    for group in prose.groups:
        citations: dict[int, Citation] = {}
        for item in (item for mark in group for item in mark.items):
            use = uses.get(item.number)
            if use is None or item.number in citations:
                continue
            count[use.source] += 1
            citations[item.number] = Citation(item.number, use.source, count[use.source], item.quote)
        groups.append(tuple(citations.values()))
    return CitedText(prose.html, tuple(groups))


def in_page_order(draft: Draft) -> dict[str, Prose]:
    """Give the texts of a fact-check in which marks resolve, in the order in which its page shows them."""
    before = {key: text for key, text in draft.inline.items() if key.startswith(("bottom_line", "claims."))}
    after = {key: text for key, text in draft.inline.items() if key.startswith("not_found.")}
    return {**before, "body": draft.body, **after}
