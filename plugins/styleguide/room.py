"""The page of this room: its view."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.factchecks.changes import CorrectionView, WithdrawalView
from plugins.factchecks.claims import ClaimView
from plugins.factchecks.evidence import EvidenceView
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.press.words import DateView
from plugins.styleguide import samples
from plugins.views.cards import Card, VerdictView, verdict_view
from plugins.views.frame import Frame, Link, alone, frame
from plugins.views.paging import Paging
from plugins.views.source_entries import SourceView


class StyleguideView(Struct, frozen=True):
    """All that the style guide shows: one of each; fields that templates of fact-checks read have their names."""

    frame: Frame
    verdicts: tuple[VerdictView, ...]
    sources: tuple[SourceView, ...]
    evidence: EvidenceView
    claims: tuple[ClaimView, ...]
    card: Card
    paging: Paging
    standing: str
    withdrawal: WithdrawalView
    superseded_by: Link
    review_due: bool
    review_by: DateView
    corrections: tuple[CorrectionView, ...]
    published: DateView
    method: Link


def pages(publication: Publication) -> Iterator[Page]:
    """Give the style guide in each language, if this build is not for readers."""
    for lang, prefix in publication.prefixes().items() if publication.drafts else ():
        yield Page(prefix + addresses.STYLEGUIDE, "styleguide.html", styleguide_view, (), lang)


def styleguide_view(site: Site) -> StyleguideView:
    """Show one of each component."""
    address, other = addresses.STYLEGUIDE, Link(site.at(addresses.CHECKS), "Is there another answer?")
    day = site.date(samples.DAY) or DateView("", "")
    verdicts = (*samples.scale(), *(verdict_view(site, one.id) for one in site.masthead.verdicts))
    return StyleguideView(
        frame=frame(
            site, address, "Style guide", noindex=True, scripts=("article.js",), translations=alone(site, address)
        ),
        verdicts=verdicts,
        sources=samples.sources(day),
        evidence=samples.evidence(),
        claims=(samples.claim(day, verdicts[0]),),
        card=samples.card(day, verdicts[:1], other),
        paging=Paging(2, 3, Link(address, "Newer"), Link(address, "Older")),
        standing="draft",
        withdrawal=WithdrawalView(day, "It answered another question than it asked.", other),
        superseded_by=other,
        review_due=True,
        review_by=day,
        corrections=samples.corrections(day),
        published=day,
        method=other,
    )
