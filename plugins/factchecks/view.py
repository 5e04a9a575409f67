"""The page of a fact-check: its view."""

from urllib.parse import quote

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.publication import FactCheck
from plugins.factchecks.changes import CorrectionView, WithdrawalView, correction_view, other_link, withdrawal_view
from plugins.factchecks.claims import ClaimView, GapView, claim_view, gap_view, woven
from plugins.factchecks.evidence import EvidenceView, evidence_view
from plugins.factchecks.related import related
from plugins.press.site import Site
from plugins.press.words import DateView, direction_of
from plugins.views import people, weave
from plugins.views.appeal import Appeal, appeal
from plugins.views.cards import Card, VerdictView, topic_links, verdict_views
from plugins.views.citing.view import CitingView, citing_view
from plugins.views.feed_links import topic_feed
from plugins.views.frame import Frame, Link, frame, policy
from plugins.views.metas import factcheck_metas
from plugins.views.numbered import SourceEntry, entries, labels, numbered
from plugins.views.searched import Searched, searched_check
from plugins.views.source_entries import SourceView, consulted, source_view
from plugins.views.structured.factcheck import factcheck_blocks


class BodyPart(Struct, frozen=True):
    """A stretch of the body, or the card of a source between two of them."""

    html: str = ""
    card: SourceView | None = None


class Heading(Struct, frozen=True):
    """An entry of the contents."""

    href: str
    text: str
    level: int


class FactCheckView(Struct, frozen=True):
    """All that the page of a fact-check shows."""

    frame: Frame
    lang: str
    """Of the text, when it is none that the site has."""
    direction: str
    """Of the text: `ltr` or `rtl`."""
    title: str
    standing: str
    published: DateView | None
    updated: DateView | None
    as_of: DateView | None
    review_by: DateView | None
    review_due: bool
    authors: tuple[people.Name, ...]
    editors: tuple[people.Name, ...]
    topics: tuple[Link, ...]
    bottom_line: str
    summary: str
    why_checked: str
    disclosure: str
    picture: str
    picture_alt: str
    picture_caption: str
    picture_credit: str
    contents: tuple[Heading, ...]
    claims: tuple[ClaimView, ...]
    body: tuple[BodyPart, ...]
    gaps: tuple[GapView, ...]
    sources: tuple[SourceEntry, ...]
    consulted: tuple[SourceView, ...]
    corrections: tuple[CorrectionView, ...]
    withdrawal: WithdrawalView | None
    superseded_by: Link | None
    translation_of: Link | None
    translated: DateView | None
    verdicts: tuple[VerdictView, ...]
    evidence: EvidenceView | None
    related: tuple[Card, ...]
    method: Link | None
    corrections_policy: Link | None
    report_error: str
    """A mail to the editors, begun."""
    appeal: Appeal | None
    citing: CitingView | None
    retracted: tuple[Link, ...]
    """The sources here that their publishers retracted: title, and entry on this page."""
    searched: Searched | None


def factcheck_view(site: Site, factcheck_id: str) -> FactCheckView:
    """Show a fact-check."""
    check = site.known_check(factcheck_id)
    whole = site.whole(check.id)
    header, image = whole.header, whole.header.image
    sources = numbered(site, whole)
    names = labels(sources)
    return FactCheckView(
        frame=frame(
            site, check.address, header.title, check.brief.summary, feeds=tuple([site.once(topic_feed, one) for one in check.topics]),
            noindex=check.standing in {"unlisted", "draft", "held"}, section=addresses.CHECKS,
            scripts=("article.js",), translations=_translations(site, check),
            metas=factcheck_metas(site, check, header), structured=factcheck_blocks(site, check, whole, sources),
        ),
        lang=check.lang if check.lang != site.lang else "",
        direction=direction_of(check.lang),
        title=header.title,
        standing=check.standing,
        published=site.date(check.published),
        updated=site.date(check.updated),
        as_of=site.date(header.as_of),
        review_by=site.date(header.review_by),
        review_due=bool(header.review_by and header.review_by < site.today),
        authors=people.names(site, header.authors),
        editors=people.names(site, header.edited_by),
        topics=topic_links(site, check.topics),
        bottom_line=woven(site, whole, "bottom_line", names),
        summary=header.summary,
        why_checked=header.why_checked,
        disclosure=header.disclosure,
        picture=site.here(site.picture(image.file)) if image else "",
        picture_alt=image.alt if image else "",
        picture_caption=image.caption if image else "",
        picture_credit=image.credit if image else "",
        contents=tuple(Heading(f"#{one.id}", one.text, one.level) for one in whole.headings if one.level <= 3),
        claims=tuple(claim_view(site, whole, index, names) for index in range(len(header.claims))),
        body=_body(site, whole, names),
        gaps=tuple(gap_view(site, whole, index, names) for index in range(len(header.not_found))),
        sources=entries(site, sources),
        consulted=consulted(site, whole),
        corrections=tuple(correction_view(site, check, whole, index) for index in range(len(header.corrections))),
        withdrawal=withdrawal_view(site, check, whole),
        superseded_by=other_link(site, header.superseded_by),
        translation_of=other_link(site, header.translation_of),
        translated=site.date(header.translated),
        verdicts=verdict_views(site, check.brief.verdicts),
        evidence=evidence_view(site, sources),
        related=related(site, check, sources),
        method=policy(site, site.masthead.policies.methodology, site.say("How we work")),
        corrections_policy=policy(site, site.masthead.policies.corrections, site.say("How we correct")),
        report_error=_error_mail(site, check),
        appeal=appeal(site),
        citing=citing_view(site, check, header.authors),
        retracted=tuple([shown.retracted for _, shown in sources if shown.retracted]),
        searched=searched_check(site, check),
    )  # fmt: skip


def _error_mail(site: Site, check: FactCheck) -> str:
    """Begin a mail about an error (RFC 6068); empty when the publication has no address for it."""
    contact = site.masthead.contact
    if not contact:
        return ""
    subject = site.say("Error in “{title}”", title=check.title)
    body = site.say("The page: {address}\n\nWhat is wrong:\n\nHow I know:\n", address=site.absolute(check.address))
    return f"mailto:{quote(contact, safe='@')}?subject={quote(subject)}&body={quote(body)}"


def _translations(site: Site, check: FactCheck) -> dict[str, str]:
    """Give where the fact-check is in each language."""
    languages = {prefix: words.lang for words, prefix in site.languages}
    return {languages[one.prefix]: one.address for one in site.translations(check)}


def _body(site: Site, whole: Whole, names: dict[str, str]) -> tuple[BodyPart, ...]:
    html = weave.on_page(whole.texts["body"], names, site)
    return tuple(
        BodyPart(html, source_view(site, source_id) if source_id else None) for html, source_id in weave.cards(html)
    )
