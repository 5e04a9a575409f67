"""The pages of this room: their views."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.model.publication import Funding, Person
from plugins.core.resolve.citations import CitedText
from plugins.core.resolve.publication import Publication
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.press.words import DateView, direction_of
from plugins.views import weave
from plugins.views.appeal import Appeal, appeal
from plugins.views.cards import VerdictView, verdict_view
from plugins.views.frame import Frame, Link, frame, page_address
from plugins.views.searched import Searched, searched_page
from plugins.views.structured.pages import standing_blocks
from plugins.views.translations import of_standing_page


class PersonView(Struct, frozen=True):
    """Somebody who writes or edits here; `href` leads to what they wrote."""

    href: str
    name: str
    role: str
    bio: str
    links: tuple[str, ...]
    left: DateView | None


class GrantView(Struct, frozen=True):
    """A source of money."""

    who: str
    amount: str
    share: str


class FundingView(Struct, frozen=True):
    """Who paid in a year."""

    year: str
    total: str
    grants: tuple[GrantView, ...]


class StandingView(Struct, frozen=True):
    """All that a standing page shows; people, funding and the scale stand where the policies say."""

    frame: Frame
    lang: str
    """Of the text, when it is none that the site has."""
    direction: str
    """Of the text: `ltr` or `rtl`."""
    title: str
    body: str
    reviewed: DateView | None
    people: tuple[PersonView, ...]
    funding: FundingView | None
    verdicts: tuple[VerdictView, ...]
    retired: tuple[VerdictView, ...]
    """Verdicts that older fact-checks have, and new ones get no more."""
    donation: Appeal | None
    complaints: tuple[Link, ...]
    social: tuple[Link, ...]
    searched: Searched


class NotFoundView(Struct, frozen=True):
    """All that the page for dead addresses shows."""

    frame: Frame
    checks: str
    topics: str


def pages(publication: Publication) -> Iterator[Page]:
    """Give the standing pages, and the pages for dead addresses."""
    prefixes = {prefix: lang for lang, prefix in publication.prefixes().items()}
    for page in publication.copy.pages:
        prefix = publication.masthead.prefix(page.header.lang)
        address = prefix + addresses.standing(page.slug)
        yield Page(address, "page.html", standing_view, (page.slug,), prefixes[prefix], searched=True)
    for prefix, lang in prefixes.items():
        yield Page(prefix + addresses.NOT_FOUND, "404.html", not_found_view, (), lang)


def not_found_view(site: Site) -> NotFoundView:
    """Show the page for dead addresses."""
    about = site.say("There is no page at this address.")
    around = frame(site, addresses.NOT_FOUND, site.say("Page not found"), about, noindex=True)
    return NotFoundView(around, site.at(addresses.CHECKS), site.at(addresses.TOPICS))


def standing_view(site: Site, slug: str) -> StandingView:
    """Show a standing page."""
    page, masthead = site.page(slug), site.masthead
    policies = masthead.policies
    body = weave.on_page(CitedText(page.body.html, ((),) * len(page.body.groups)), {}, site)
    is_about, is_funding = slug in _slugs(policies.ethics), slug in _slugs(policies.funding)
    is_method, is_feedback = slug in _slugs(policies.methodology), slug in _slugs(policies.feedback)
    is_complaint = is_feedback or slug in _slugs(policies.corrections)
    scale = masthead.verdicts if is_method else ()
    return StandingView(
        frame=frame(
            site,
            addresses.standing(slug),
            page.header.title,
            page.body.opening,
            translations=of_standing_page(site, slug),
            structured=standing_blocks(
                site,
                _type(is_about=is_about, is_feedback=is_feedback),
                Link(site.here(page_address(site, slug, page.header)), page.header.title),
                page.header.lang or site.lang,
                page.header.reviewed,
            ),
        ),
        lang=page.header.lang if page.header.lang not in {"", site.lang} else "",
        direction=direction_of(page.header.lang or site.lang),
        title=page.header.title,
        body=body,
        reviewed=site.date(page.header.reviewed),
        people=tuple(_person(site, one, person) for one, person in masthead.people.items()) if is_about else (),
        funding=_funding(site, masthead.funding) if is_funding and masthead.funding else None,
        verdicts=tuple(verdict_view(site, verdict.id) for verdict in scale if not verdict.retired),
        retired=tuple(verdict_view(site, verdict.id) for verdict in scale if verdict.retired),
        donation=appeal(site) if is_funding else None,
        complaints=_links(masthead.complaints_in(site.lang)) if is_complaint else (),
        social=_links(masthead.social) if is_feedback else (),
        searched=searched_page(),
    )


def _type(*, is_about: bool, is_feedback: bool) -> str:
    """Give what schema.org calls such a page."""
    if is_about:
        return "AboutPage"
    return "ContactPage" if is_feedback else "WebPage"


def _slugs(named: str | dict[str, str] | None) -> tuple[str, ...]:
    """Give the pages that a policy has, in all languages."""
    return tuple(named.values()) if isinstance(named, dict) else (named or "",)


def _person(site: Site, person_id: str, person: Person) -> PersonView:
    role, bio = site.worded(person.role), site.worded(person.bio)
    href = site.at(addresses.person(person_id))
    return PersonView(href, person.name, role, bio, person.links, site.date(person.left))


def _funding(site: Site, funding: Funding) -> FundingView:
    grants = (GrantView(site.worded(grant.who), grant.amount, grant.share) for grant in funding.from_)
    return FundingView(funding.year, funding.total, tuple(grants))


def _links(named: dict[str, str]) -> tuple[Link, ...]:
    return tuple(Link(address, name) for name, address in named.items())
