"""The pages of this room: their views."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import LINES_PER_PAGE, Publication, pages_for
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.press.words import DateView
from plugins.views.cards import Card, card
from plugins.views.feed_links import person_feed
from plugins.views.frame import Frame, Link, frame, in_languages, policy
from plugins.views.paging import Paging, cut, titled


class Work(Struct, frozen=True):
    """A fact-check, and the part that a person had in it."""

    card: Card
    part: str


class PersonPageView(Struct, frozen=True):
    """All that a page of a person shows."""

    frame: Frame
    title: str
    role: str
    bio: str
    links: tuple[str, ...]
    left: DateView | None
    everybody: Link | None
    """The page that names all who work here."""
    works: tuple[Work, ...]
    total: int
    paging: Paging
    feed: str


def pages(publication: Publication) -> Iterator[Page]:
    """Give the pages of each person, whether or not anything is by them yet."""
    for lang, prefix in publication.prefixes().items():
        for person_id in publication.masthead.people:
            works = publication.works_in(person_id, prefix)
            for page in range(1, pages_for(len(works), LINES_PER_PAGE) + 1):
                address = prefix + addresses.person(person_id, page)
                yield Page(address, "person.html", person_view, (person_id, page), lang)


def person_view(site: Site, person_id: str, page: int) -> PersonPageView:
    """Show a person with what they wrote and edited, newest first."""
    masthead, works = site.masthead, site.works(person_id)
    person = masthead.people[person_id]
    title = titled(site, person.name, page)
    address = addresses.person(person_id, page)
    role, bio = site.worded(person.role), site.worded(person.bio)
    shown, paging = cut(site, works, page, lambda number: addresses.person(person_id, number), LINES_PER_PAGE)
    return PersonPageView(
        frame=frame(
            site, address, title, bio or role,
            feeds=(person_feed(site, person_id),), translations=in_languages(site, address, page),
        ),
        title=title,
        role=role,
        bio=bio,
        links=person.links,
        left=site.date(person.left),
        everybody=policy(site, masthead.policies.ethics),
        works=tuple(_work(site, person_id, one) for one in shown),
        total=len(works),
        paging=paging,
        feed=site.at(addresses.person_feed(person_id)),
    )  # fmt: skip


def _work(site: Site, person_id: str, factcheck_id: str) -> Work:
    brief = site.known_check(factcheck_id).brief
    parts = {
        (True, False): site.say("wrote it"),
        (False, True): site.say("edited it"),
        (True, True): site.say("wrote and edited it"),
    }
    part = person_id in brief.authors.split(), person_id in brief.edited_by.split()
    return Work(card(site, factcheck_id), parts[part])
