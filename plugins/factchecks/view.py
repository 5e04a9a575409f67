"""The page of a fact-check: its view."""

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.publication import FactCheck
from plugins.factchecks.changes import CorrectionView, WithdrawalView, correction_view, other_link, withdrawal_view
from plugins.factchecks.claims import ClaimView, GapView, claim_view, gap_view, woven
from plugins.press.site import Site
from plugins.views import weave
from plugins.views.cards import topic_links
from plugins.views.dates import DateView, date_view
from plugins.views.frame import FeedLink, Frame, Link, frame
from plugins.views.source_entries import SourceEntry, SourceView, consulted, entries, labels, source_view


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


def factcheck_view(site: Site, factcheck_id: str) -> FactCheckView:
    """Show a fact-check."""
    check = site.known_check(factcheck_id)
    whole = site.whole(check)
    header, image = whole.header, whole.header.image
    names = labels(site, whole)
    return FactCheckView(
        frame=frame(
            site, check.address, header.title, check.brief.summary, feeds=_feeds(site, check),
            noindex=check.standing in {"unlisted", "draft", "held"}, lang=check.lang, section=addresses.CHECKS,
        ),
        title=header.title,
        standing=check.standing,
        published=date_view(check.published),
        updated=date_view(check.updated),
        as_of=date_view(header.as_of),
        review_by=date_view(header.review_by),
        review_due=bool(header.review_by and header.review_by < site.today),
        authors=_people(site, header.authors),
        editors=_people(site, header.edited_by),
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
        sources=entries(site, whole),
        consulted=consulted(site, whole),
        corrections=tuple(correction_view(site, check, whole, index) for index in range(len(header.corrections))),
        withdrawal=withdrawal_view(site, check, whole),
        superseded_by=other_link(site, header.superseded_by),
        translation_of=other_link(site, header.translation_of),
        translated=date_view(header.translated),
    )  # fmt: skip


def _feeds(site: Site, check: FactCheck) -> tuple[FeedLink, ...]:
    masthead = site.masthead
    return tuple(
        FeedLink(
            site.absolute(addresses.topic_feed(one)),
            f"{masthead.name}: {site.topic(one).title_in(masthead.lang)}",
        )
        for one in check.topics
    )


def _people(site: Site, ids: tuple[str, ...]) -> tuple[str, ...]:
    people = site.masthead.people
    return tuple(people[one].name for one in ids if one in people)


def _body(site: Site, whole: Whole, names: dict[str, str]) -> tuple[BodyPart, ...]:
    html = weave.on_page(whole.texts["body"], names, site)
    return tuple(
        BodyPart(html, source_view(site, source_id) if source_id else None) for html, source_id in weave.cards(html)
    )
