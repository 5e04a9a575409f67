"""A former address leads on to the present one."""

from functools import partial

from msgspec import Struct

from plugins.core.addresses import file_of
from plugins.press.pages import Page
from plugins.press.site import Site


class RedirectView(Struct, frozen=True):
    """All that a redirect shows."""

    href: str
    canonical: str
    title: str
    lang: str


def redirect(site: Site, former: str, present: str, title: str) -> Page:
    """Make the page at a former address."""
    address = former if former.endswith("/") or file_of(former).endswith((".html", ".htm")) else f"{former}/"
    return Page(address, "redirect.html", partial(_view, site, present, title))


def _view(site: Site, present: str, title: str) -> RedirectView:
    return RedirectView(site.here(present), site.absolute(present), title, site.publication.masthead.lang)
