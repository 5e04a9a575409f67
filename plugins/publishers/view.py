"""The page of a publisher or agency: its view."""

from collections.abc import Iterable

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.origins import Texts, Users
from plugins.core.resolve.publication import LINES_PER_PAGE, pages_for
from plugins.press.site import Site
from plugins.views.cards import Card, card
from plugins.views.frame import Frame, Link, frame, in_languages
from plugins.views.paging import Paging, paging, titled
from plugins.views.publishers import publisher_name
from plugins.views.source_lines import SourceRow, source_row


class UsersView(Struct, frozen=True):
    """The fact-checks that lean on some sources: how many, and the newest."""

    count: int
    newest: tuple[Card, ...]


class PublisherView(Struct, frozen=True):
    """All that a page of a publisher shows; what tells of all its sources stands on the first."""

    frame: Frame
    index: Link
    title: str
    first: bool
    name: str
    other_names: str
    owner: str
    interests: str
    url: str
    own_total: int
    carried_total: int
    own_users: UsersView
    carried_users: UsersView
    own: tuple[SourceRow, ...]
    carried: tuple[SourceRow, ...]
    paging: Paging


def publisher_view(site: Site, publisher_id: str, page: int) -> PublisherView:
    """Show a publisher: what fact-checks lean on that is its own, and what it only carried."""
    entry, texts = site.publisher(publisher_id), site.texts(publisher_id)
    name = publisher_name(site, publisher_id)
    title = titled(site, name, page)
    address = addresses.publisher(publisher_id, page)
    about = site.say("{publisher}: the sources from it, and every fact-check here that leans on them.", publisher=name)
    everything = _all(texts)
    shown = everything[(page - 1) * LINES_PER_PAGE : page * LINES_PER_PAGE]
    return PublisherView(
        frame=frame(
            site, address, title, about,
            section=addresses.SOURCES, translations=in_languages(site, address, page),
        ),
        index=Link(site.at(addresses.PUBLISHERS), site.say("Publishers")),
        title=title,
        first=page == 1,
        name=name,
        other_names=site.words.listed(entry.names[1:]),
        owner=entry.owner,
        interests=entry.interests,
        url=entry.address or "",
        own_total=len(texts.own),
        carried_total=len(texts.carried),
        own_users=_users(site, texts.own_users),
        carried_users=_users(site, texts.carried_users),
        own=_rows(site, (one for one, carried in shown if not carried)),
        carried=_rows(site, (one for one, carried in shown if carried)),
        paging=paging(
            site, page, pages_for(len(everything), LINES_PER_PAGE),
            lambda number: addresses.publisher(publisher_id, number), site.say("Previous"), site.say("Next"),
        ),
    )  # fmt: skip


def _all(texts: Texts) -> list[tuple[str, bool]]:
    """Give all sources, its own words first; and whether a source only carries words of others."""
    return [*((one, False) for one in texts.own), *((one, True) for one in texts.carried)]


def _users(site: Site, users: Users) -> UsersView:
    return UsersView(users.count, tuple(card(site, one) for one in users.newest))


def _rows(site: Site, source_ids: Iterable[str]) -> tuple[SourceRow, ...]:
    return tuple(row for one in source_ids if (row := source_row(site, one)))
