"""The pages of this room."""

from collections.abc import Iterator
from functools import partial

from plugins.core import addresses
from plugins.factchecks.lists import home_view, list_view
from plugins.factchecks.view import factcheck_view
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.views.paging import count_pages
from plugins.views.redirect import redirect


def pages(site: Site) -> Iterator[Page]:
    """Give home, lists, every fact-check, and redirects from its former addresses."""
    listed = site.publication.listed()
    yield Page(addresses.HOME, "home.html", partial(home_view, site, listed))
    for page in range(1, count_pages(listed) + 1):
        yield Page(addresses.checks(page), "checks.html", partial(list_view, site, listed, page))
    for check in site.publication.factchecks.values():
        yield Page(site.of(check), "factcheck.html", partial(factcheck_view, site, check))
        if check.standing in {"draft", "held"}:
            continue
        present, title = addresses.factcheck(check.slug), check.header.title
        for slug in check.header.slug_history:
            yield redirect(site, addresses.factcheck(slug), present, title)
        for former in check.header.redirect_from:
            yield redirect(site, former, present, title)
