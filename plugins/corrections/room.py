"""The page of this room: its view."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.views.corrections import CorrectionEntry, correction_entries
from plugins.views.frame import FeedLink, Frame, Link, frame


class CorrectionsView(Struct, frozen=True):
    """All that the corrections page shows."""

    frame: Frame
    entries: tuple[CorrectionEntry, ...]
    root: str
    feed: str
    policy: Link | None


def pages(publication: Publication) -> Iterator[Page]:
    """Give the corrections page."""
    del publication  # every publication has one
    yield Page(addresses.CORRECTIONS, "corrections.html", corrections_view)


def corrections_view(site: Site) -> CorrectionsView:
    """Show every correction."""
    masthead = site.masthead
    slug = masthead.policies.corrections
    feed = FeedLink(site.absolute(addresses.FEED_CORRECTIONS), f"{masthead.name}: corrections")
    about = f"Every correction that {masthead.name} has made, newest first."
    return CorrectionsView(
        frame(site, addresses.CORRECTIONS, "Corrections", about, feeds=(feed,)),
        tuple(correction_entries(site)),
        site.root,
        site.here(addresses.FEED_CORRECTIONS),
        Link(site.here(addresses.standing(slug)), "How we correct") if slug else None,
    )
