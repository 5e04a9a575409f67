"""A former address leads on to the present one."""

from msgspec import Struct

from plugins.core import addresses
from plugins.press.pages import Page
from plugins.press.site import Site


class RedirectView(Struct, frozen=True):
    """All that a redirect shows."""

    href: str
    canonical: str
    title: str
    lang: str


def redirect(former: str, present: str, title: str, lang: str = "") -> Page:
    """Make the page at a former address."""
    return Page(addresses.former(former), "redirect.html", redirect_view, (present, title), lang)


def redirect_view(site: Site, present: str, title: str) -> RedirectView:
    """Show where a page is now."""
    return RedirectView(site.here(present), site.absolute(present), title, site.lang)
