"""The sources of one fact-check, in the order of their numbers: the views of its files."""

from collections.abc import Iterator

from msgspec.structs import replace

from plugins.core.resolve.extract import unpack_extract
from plugins.data.works import work_of_source
from plugins.data.written import Items, Text
from plugins.press.site import Site
from plugins.views.citing.bibtex import bibtex
from plugins.views.citing.work import Work


def csl_view(site: Site, factcheck_id: str) -> Items:
    """Give the sources as CSL-JSON has them, each with its number."""
    return Items(tuple(replace(work, number=number) for number, work in _numbered(site, factcheck_id)))


def bibtex_view(site: Site, factcheck_id: str) -> Text:
    """Give the sources as BibTeX has them."""
    return Text(tuple(site.once(_entry, work.id) for _, work in _numbered(site, factcheck_id)))


def _entry(site: Site, source_id: str) -> str:
    work = work_of_source(site, source_id)
    return bibtex(work) if work else ""


def _numbered(site: Site, factcheck_id: str) -> Iterator[tuple[int, Work]]:
    extract = unpack_extract(site.known_check(factcheck_id).brief.extract)
    for source in extract.sources:
        work = work_of_source(site, source.id)
        if work is not None:
            yield source.number, work
