"""The page of this room: its view."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.views.corrections import CorrectionEntry, correction_entries
from plugins.views.frame import FeedLink, Frame, Link, frame, policy


class CorrectionsView(Struct, frozen=True):
    """All that the corrections page shows."""

    frame: Frame
    entries: tuple[CorrectionEntry, ...]
    root: str
    feed: str
    policy: Link | None


def pages(publication: Publication) -> Iterator[Page]:
    """Give the corrections page."""
    for lang, prefix in publication.prefixes().items():
        yield Page(prefix + addresses.CORRECTIONS, "corrections.html", corrections_view, (), lang)


def corrections_view(site: Site) -> CorrectionsView:
    """Show every correction."""
    masthead = site.masthead
    name = masthead.name
    title = site.say("{publication}: corrections", publication=name)
    feed = FeedLink(site.absolute(site.prefix + addresses.FEED_CORRECTIONS), title)
    about = site.say("Every correction that {publication} has made, newest first.", publication=name)
    return CorrectionsView(
        frame(site, addresses.CORRECTIONS, site.say("Corrections"), about, feeds=(feed,)),
        tuple(correction_entries(site)),
        site.root,
        site.at(addresses.FEED_CORRECTIONS),
        policy(site, masthead.policies.corrections, site.say("How we correct")),
    )
