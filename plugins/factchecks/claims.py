"""The claims of a fact-check and what its sources do not say: their views."""

from msgspec import Struct

from plugins.core import anchors
from plugins.core.resolve.apart import Whole
from plugins.press.site import Site
from plugins.press.words import DateView
from plugins.views import weave
from plugins.views.cards import VerdictView, verdict_view
from plugins.views.frame import Link
from plugins.views.source_entries import label


class ContactView(Struct, frozen=True):
    """An attempt to reach somebody."""

    who: str
    date: DateView
    reply: str


class ClaimView(Struct, frozen=True):
    """A claim with its verdict."""

    anchor: str
    text: str
    words: str
    lang: str
    """Of the words, when they were not said in the language of the text."""
    translation: str
    claimant: str
    role: str
    said: DateView | None
    where: tuple[Link, ...]
    verdict: VerdictView
    because: str
    contacted: tuple[ContactView, ...]


class GapView(Struct, frozen=True):
    """Something that the sources do not say, and where it was looked for."""

    html: str
    searched: tuple[Link, ...]


def claim_view(site: Site, whole: Whole, index: int, names: dict[str, str]) -> ClaimView:
    """Show a claim."""
    claim = whole.header.claims[index]
    return ClaimView(
        anchor=anchors.claim(claim.id),
        text=claim.text,
        words=claim.words,
        lang=claim.lang,
        translation=claim.translation,
        claimant=claim.claimant.shown,
        role=claim.claimant.role,
        said=site.date(claim.said),
        where=tuple(_where(site, whole, one) for one in claim.where),
        verdict=verdict_view(site, claim.verdict),
        because=woven(site, whole, f"claims.{index}.because", names),
        contacted=tuple(
            ContactView(one.who, site.date(one.date) or DateView("", ""), one.reply) for one in claim.contacted
        ),
    )


def _where(site: Site, whole: Whole, where: str) -> Link:
    """Link an appearance: to the source on this page if it is cited, else to where it stands."""
    source = None if ":" in where else site.source(where)
    if source is None:
        return Link(where if "://" in where else "", where)
    cited = any(one.id == where for one in whole.sources)
    lang = source.lang if source.lang != site.lang else ""
    return Link(f"#{anchors.source(where)}" if cited else source.address, label(site, source), lang)


def gap_view(site: Site, whole: Whole, index: int, names: dict[str, str]) -> GapView:
    """Show what the sources do not say, and where it was looked for."""
    gap, uses = whole.header.not_found[index], whole.header.uses
    searched = []
    for one in gap.searched:
        use = uses.get(int(one)) if one.isdigit() else None
        where = _where(site, whole, use.source if use else one)
        searched.append(Link(where.href, f"[{one}]" if use else where.text))
    return GapView(woven(site, whole, f"not_found.{index}.text", names), tuple(searched))


def woven(site: Site, whole: Whole, field: str, names: dict[str, str]) -> str:
    """Weave an inline text of a fact-check for its own page; empty when it has none."""
    text = whole.texts.get(field)
    return weave.on_page(text, names, site) if text else ""
