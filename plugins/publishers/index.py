"""The index of publishers: its view."""

from collections.abc import Iterable

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.origins import Share
from plugins.press.site import Site
from plugins.views.frame import Frame, frame


class PublisherRow(Struct, frozen=True):
    """A publisher in the index, with the numbers of what leans on it; `href` is empty for one without a page."""

    href: str
    name: str
    owner: str
    sources: int
    """With its own words."""
    users: int
    """Fact-checks that cite those."""
    carried: int


class PublishersView(Struct, frozen=True):
    """All that the index of publishers shows: those with a page, those without, how many have a page but no source."""

    frame: Frame
    known: tuple[PublisherRow, ...]
    others: tuple[PublisherRow, ...]
    unused: tuple[PublisherRow, ...]


def index_view(site: Site) -> PublishersView:
    """Show every publisher and agency, those that most fact-checks lean on first."""
    known, others = site.shares()
    entries, shares = site.publishers, {one.name: one for one in known}
    rows = [_known(site, one, shares.get(one, Share(one, 0, 0, 0, 0))) for one in entries]
    about = site.say(
        "Whose words the fact-checks of {publication} lean on, counted by publisher and agency.",
        publication=site.masthead.name,
    )
    return PublishersView(
        frame(site, addresses.PUBLISHERS, site.say("Publishers"), about, section=addresses.SOURCES),
        _ordered(row for row in rows if row.sources or row.carried),
        _ordered(PublisherRow("", one.name, "", one.own, one.own_users, one.carried) for one in others),
        _ordered(row for row in rows if not (row.sources or row.carried)),
    )


def _known(site: Site, publisher_id: str, share: Share) -> PublisherRow:
    entry, href = site.publishers[publisher_id], site.at(addresses.publisher(publisher_id))
    name = next(iter(entry.names), publisher_id)
    return PublisherRow(href, name, entry.owner, share.own, share.own_users, share.carried)


def _ordered(rows: Iterable[PublisherRow]) -> tuple[PublisherRow, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.users, -row.carried, row.name.casefold(), row.name)))
