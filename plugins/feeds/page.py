"""The page that explains feeds to people, and lists them."""

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.feed_content import NEWEST
from plugins.feeds.listing import Listing, listing
from plugins.press.site import Site
from plugins.views.frame import Frame, frame


class FeedsView(Struct, frozen=True):
    """All that the page shows; addresses are links on it."""

    frame: Frame
    newest: int
    """How many entries a feed holds."""
    feeds: Listing
    opml: str
    corrections_page: str
    hub: str


def feeds_view(site: Site) -> FeedsView:
    """Explain the feeds, and list them."""
    about = site.say("Follow all fact-checks, one topic, one author or the corrections in a feed reader.")
    return FeedsView(
        frame=frame(site, addresses.FEEDS, site.say("Feeds"), about),
        newest=NEWEST,
        feeds=listing(site),
        opml=site.at(addresses.FEEDS_OPML),
        corrections_page=site.at(addresses.CORRECTIONS),
        hub=site.masthead.hub or "",
    )
