"""The pages of this room."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.factchecks.lists import home_view, list_view
from plugins.factchecks.view import factcheck_view
from plugins.press.pages import Page
from plugins.views.paging import count_pages
from plugins.views.redirect import redirect


def pages(publication: Publication) -> Iterator[Page]:
    """Give home, lists, every fact-check, and redirects from its former addresses."""
    yield Page(addresses.HOME, "home.html", home_view)
    for page in range(1, count_pages(publication.listed()) + 1):
        yield Page(addresses.checks(page), "checks.html", list_view, (page,))
    for check in publication.factchecks.values():
        yield Page(check.address, "factcheck.html", factcheck_view, (check.id,))
        if check.pending:
            continue
        for slug in check.brief.slug_history:
            yield redirect(addresses.factcheck(slug), check.address, check.title)
        for former in check.brief.redirect_from:
            yield redirect(former, check.address, check.title)
