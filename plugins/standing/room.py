"""The pages of this room: their views."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.model.publication import Donation, Funding, Person
from plugins.core.resolve.citations import CitedText
from plugins.core.resolve.publication import Publication
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.views import weave
from plugins.views.cards import VerdictView, verdict_view
from plugins.views.dates import DateView, date_view
from plugins.views.frame import Frame, Link, frame


class PersonView(Struct, frozen=True):
    """Somebody who writes or edits here."""

    name: str
    role: str
    bio: str
    links: tuple[str, ...]
    left: DateView | None


class StandingView(Struct, frozen=True):
    """All that a standing page shows; people, funding and the scale stand where the policies say."""

    frame: Frame
    title: str
    body: str
    reviewed: DateView | None
    people: tuple[PersonView, ...]
    funding: Funding | None
    verdicts: tuple[VerdictView, ...]
    donation: Donation | None
    complaints: tuple[Link, ...]
    social: tuple[Link, ...]


class NotFoundView(Struct, frozen=True):
    """All that the page for dead addresses shows."""

    frame: Frame
    checks: str
    topics: str


def pages(publication: Publication) -> Iterator[Page]:
    """Give the standing pages, and the page for dead addresses."""
    for page in publication.copy.pages:
        yield Page(addresses.standing(page.slug), "page.html", standing_view, (page.slug,))
    yield Page(addresses.NOT_FOUND, "404.html", not_found_view)


def not_found_view(site: Site) -> NotFoundView:
    """Show the page for dead addresses."""
    about = "There is no page at this address."
    around = frame(site, addresses.NOT_FOUND, "Page not found", about, noindex=True)
    return NotFoundView(around, site.here(addresses.CHECKS), site.here(addresses.TOPICS))


def standing_view(site: Site, slug: str) -> StandingView:
    """Show a standing page."""
    page, masthead = site.page(slug), site.masthead
    policies = masthead.policies
    body = weave.on_page(CitedText(page.body.html, ((),) * len(page.body.groups)), {}, site)
    is_about, is_funding = page.slug == policies.ethics, page.slug == policies.funding
    is_method, is_feedback = page.slug == policies.methodology, page.slug == policies.feedback
    donation = masthead.donation if is_funding and masthead.donation and masthead.donation.shown else None
    return StandingView(
        frame=frame(site, addresses.standing(page.slug), page.header.title, page.body.opening, lang=page.header.lang),
        title=page.header.title,
        body=body,
        reviewed=date_view(page.header.reviewed),
        people=tuple(map(_person, masthead.people.values())) if is_about else (),
        funding=masthead.funding if is_funding else None,
        verdicts=tuple(verdict_view(site, verdict.id) for verdict in masthead.verdicts if not verdict.retired)
        if is_method
        else (),
        donation=donation,
        complaints=_links(masthead.complaints) if is_feedback else (),
        social=_links(masthead.social) if is_feedback else (),
    )


def _person(person: Person) -> PersonView:
    return PersonView(person.name, person.role, person.bio, person.links, date_view(person.left))


def _links(named: dict[str, str]) -> tuple[Link, ...]:
    return tuple(Link(address, name) for name, address in named.items())
