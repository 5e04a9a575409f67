"""The publication's appeal for donations."""

from msgspec import Struct

from plugins.press.site import Site


class Appeal(Struct, frozen=True):
    """An appeal: its words, and where to give."""

    text: str
    url: str


def appeal(site: Site) -> Appeal | None:
    """Show the appeal, if there is one and it is to be shown."""
    donation = site.masthead.donation
    return Appeal(site.worded(donation.text), donation.url) if donation and donation.shown else None
