"""The page of a fact-check: its view."""

from msgspec import Struct

from plugins.core import addresses, anchors
from plugins.core.model.factcheck import Claim, Correction, NotFound
from plugins.core.resolve.publication import CitedText, FactCheck
from plugins.press.site import Site
from plugins.views import weave
from plugins.views.cards import VerdictView, topic_links, verdict_view
from plugins.views.dates import DateView, date_view
from plugins.views.frame import FeedLink, Frame, Link, frame
from plugins.views.source_entries import SourceEntry, SourceView, consulted, entries, label, labels, source_view


class ContactView(Struct, frozen=True):
    """An attempt to reach somebody."""

    who: str
    date: DateView | None
    reply: str


class ClaimView(Struct, frozen=True):
    """A claim with its verdict."""

    anchor: str
    text: str
    words: str
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


class CorrectionView(Struct, frozen=True):
    """A correction on the page of its fact-check."""

    anchor: str
    kind: str
    date: DateView | None
    was: str
    now: str
    why: str
    verdicts_were: tuple[str, ...]


class BodyPart(Struct, frozen=True):
    """A stretch of the body, or the card of a source between two of them."""

    html: str = ""
    card: SourceView | None = None
    caption: str = ""


class Heading(Struct, frozen=True):
    """An entry of the contents."""

    href: str
    text: str
    level: int


class WithdrawalView(Struct, frozen=True):
    """Why a fact-check was withdrawn."""

    date: DateView | None
    why: str
    replaced_by: Link | None


class FactCheckView(Struct, frozen=True):
    """All that the page of a fact-check shows."""

    frame: Frame
    id: str
    title: str
    standing: str
    published: DateView | None
    updated: DateView | None
    as_of: DateView | None
    review_by: DateView | None
    review_due: bool
    authors: tuple[str, ...]
    editors: tuple[str, ...]
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


def factcheck_view(site: Site, check: FactCheck) -> FactCheckView:
    """Show a fact-check."""
    header, address = check.header, site.of(check)
    names = labels(site, check)
    image = header.image
    return FactCheckView(
        frame=frame(
            site, address, header.title, check.summary, feeds=_feeds(site, check),
            noindex=check.standing in {"unlisted", "draft", "held"}, lang=check.lang, section=addresses.CHECKS,
        ),
        id=check.id,
        title=header.title,
        standing=check.standing,
        published=date_view(check.published),
        updated=date_view(check.updated),
        as_of=date_view(header.as_of),
        review_by=date_view(header.review_by),
        review_due=bool(header.review_by and header.review_by < site.publication.today),
        authors=_people(site, header.authors),
        editors=_people(site, header.edited_by),
        topics=topic_links(site, check.topics),
        bottom_line=_woven(site, check, "bottom_line", names),
        summary=header.summary,
        why_checked=header.why_checked,
        disclosure=header.disclosure,
        picture=site.here(site.picture(image.file)) if image else "",
        picture_alt=image.alt if image else "",
        picture_caption=image.caption if image else "",
        picture_credit=image.credit if image else "",
        contents=tuple(Heading(f"#{one.id}", one.text, one.level) for one in check.draft.body.headings if one.level <= 3),
        claims=tuple(_claim(site, check, index, claim, names) for index, claim in enumerate(header.claims)),
        body=_body(site, check, names),
        gaps=tuple(_gap(site, check, index, gap, names) for index, gap in enumerate(header.not_found)),
        sources=entries(site, check),
        consulted=consulted(site, check),
        corrections=tuple(_correction(site, check, index, one) for index, one in enumerate(header.corrections)),
        withdrawal=_withdrawal(site, check),
        superseded_by=_link(site, header.superseded_by),
        translation_of=_link(site, header.translation_of),
        translated=date_view(header.translated),
    )  # fmt: skip


def _feeds(site: Site, check: FactCheck) -> tuple[FeedLink, ...]:
    masthead = site.publication.masthead
    return tuple(
        FeedLink(
            site.absolute(addresses.topic_feed(one)),
            f"{masthead.name}: {site.publication.topics[one].title_in(masthead.lang)}",
        )
        for one in check.topics
    )


def _people(site: Site, ids: tuple[str, ...]) -> tuple[str, ...]:
    people = site.publication.masthead.people
    return tuple(people[one].name for one in ids if one in people)


def _woven(site: Site, check: FactCheck, field: str, names: dict[str, str]) -> str:
    text = check.texts.get(field)
    return weave.on_page(text, names, site) if text else ""


def _body(site: Site, check: FactCheck, names: dict[str, str]) -> tuple[BodyPart, ...]:
    html = weave.on_page(check.texts["body"], names, site)
    parts: list[BodyPart] = []
    for piece in html.split(anchors.CARD_OPEN):
        source_id, closed, rest = piece.partition(anchors.CARD_CLOSE)
        if closed:
            parts.append(BodyPart(card=source_view(site, source_id)))
        parts.append(BodyPart(html=rest if closed else piece))
    return tuple(part for part in parts if part.card or part.html.strip())


def _claim(site: Site, check: FactCheck, index: int, claim: Claim, names: dict[str, str]) -> ClaimView:
    return ClaimView(
        anchor=anchors.claim(claim.id),
        text=claim.text,
        words=claim.words,
        claimant=claim.claimant.name or claim.claimant.anonymous,
        role=claim.claimant.role,
        said=date_view(claim.said),
        where=tuple(_where(site, check, one) for one in claim.where),
        verdict=verdict_view(site, claim.verdict),
        because=_woven(site, check, f"claims.{index}.because", names),
        contacted=tuple(ContactView(one.who, date_view(one.date), one.reply) for one in claim.contacted),
    )


def _where(site: Site, check: FactCheck, where: str) -> Link:
    """Link an appearance: to the source on this page if it is cited, else to where it stands."""
    source = site.publication.sources.get(where)
    if source is None:
        return Link(where if "://" in where else "", where)
    if any(cited.id == where for cited in check.sources):
        return Link(f"#{anchors.source(where)}", label(source))
    return Link(source.url or "", label(source))


def _gap(site: Site, check: FactCheck, index: int, gap: NotFound, names: dict[str, str]) -> GapView:
    uses = check.header.uses()
    searched = []
    for one in gap.searched:
        use = uses.get(int(one)) if one.isdigit() else None
        where = _where(site, check, use.source if use else one)
        searched.append(Link(where.href, f"[{one}]" if use else where.text))
    return GapView(_woven(site, check, f"not_found.{index}.text", names), tuple(searched))


def _correction(site: Site, check: FactCheck, index: int, correction: Correction) -> CorrectionView:
    def text(name: str) -> str:
        return weave.unmarked(check.texts.get(f"corrections.{index}.{name}", CitedText()).html, site)

    claims = {claim.id: claim.text for claim in check.header.claims}
    return CorrectionView(
        anchor=anchors.correction(correction.id),
        kind=correction.kind,
        date=date_view(correction.date),
        was=text("was"),
        now=text("now"),
        why=text("why"),
        verdicts_were=tuple(
            f"“{claims.get(claim, claim)}” was rated {verdict_view(site, verdict).label}"
            for claim, verdict in correction.verdict_was.items()
        ),
    )


def _withdrawal(site: Site, check: FactCheck) -> WithdrawalView | None:
    withdrawn = check.header.withdrawn
    if withdrawn is None or check.standing != "withdrawn":
        return None
    return WithdrawalView(date_view(withdrawn.date), withdrawn.why, _link(site, withdrawn.replaced_by))


def _link(site: Site, factcheck_id: str | None) -> Link | None:
    other = site.publication.factchecks.get(factcheck_id or "")
    return Link(site.here(site.of(other)), other.header.title) if other else None
