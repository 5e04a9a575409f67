"""The files of this room, and the page that explains them."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.data.bibliography import bibtex_view, csl_view
from plugins.data.checks import checks_view
from plugins.data.claims import claims_view
from plugins.data.corrections import corrections_view
from plugins.data.page import SHAPES, data_view, schema_view
from plugins.data.sources import sources_view
from plugins.press.pages import Page

_FILES = {
    addresses.DATA_CHECKS: checks_view,
    addresses.DATA_SOURCES: sources_view,
    addresses.DATA_CORRECTIONS: corrections_view,
    addresses.DATA_CLAIMS: claims_view,
}


def pages(publication: Publication) -> Iterator[Page]:
    """Give the data files of each language, then those beside every fact-check that readers can see."""
    for lang, prefix in publication.prefixes().items():
        yield Page(prefix + addresses.DATA, "data.html", data_view, (), lang)
        for file, view in _FILES.items():
            yield Page(prefix + file, "json", view, (), lang)
        for file in SHAPES:
            yield Page(prefix + addresses.schema(file), "json schema", schema_view, (file,), lang)
    for check in publication.factchecks.values():
        if not check.pending:
            yield Page(addresses.sources_json(check.address), "json list", csl_view, (check.id,))
            yield Page(addresses.sources_bib(check.address), "text", bibtex_view, (check.id,))
