"""A former address leads on to the present one."""

from msgspec import Struct

from plugins.core import addresses
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.views.moved import Moved


class RedirectView(Struct, frozen=True):
    """All that a redirect shows."""

    href: str
    canonical: str
    title: str
    lang: str


def redirect(moved: Moved) -> Page:
    """Make the page at a former address."""
    given = (moved.present, moved.title)
    return Page(addresses.former(moved.former), "redirect.html", redirect_view, given, moved.lang)


def redirect_view(site: Site, present: str, title: str) -> RedirectView:
    """Show where a page is now."""
    return RedirectView(site.here(present), site.absolute(present), title, site.lang)
