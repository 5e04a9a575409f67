"""The pages of this room."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.factchecks.lists import home_view, list_view
from plugins.factchecks.view import factcheck_view
from plugins.press.pages import Page
from plugins.views.moved import moved_checks
from plugins.views.paging import count_pages
from plugins.views.redirect import redirect
from plugins.views.searched import is_searched


def pages(publication: Publication) -> Iterator[Page]:
    """Give home, lists, every fact-check, and redirects from its former addresses."""
    languages = {prefix: lang for lang, prefix in publication.prefixes().items()}
    for prefix, lang in languages.items():
        yield Page(prefix + addresses.HOME, "home.html", home_view, (), lang)
        for page in range(1, count_pages(publication.listed(prefix)) + 1):
            yield Page(prefix + addresses.checks(page), "checks.html", list_view, (page,), lang)
    for check in publication.factchecks.values():
        lang = languages[check.prefix]
        yield Page(check.address, "factcheck.html", factcheck_view, (check.id,), lang, searched=is_searched(check))
    yield from map(redirect, moved_checks(publication))
