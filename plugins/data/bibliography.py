"""The sources of one fact-check, in the order of their numbers: the views of its files."""

from msgspec.structs import replace

from plugins.core.resolve.extract import NumberedSource
from plugins.data.works import work_of_source
from plugins.data.written import Items, Text
from plugins.press.site import Site
from plugins.views.citing.bibtex import bibtex


def csl_view(site: Site, factcheck_id: str) -> Items:
    """Give the sources as CSL-JSON has them, each with its number."""
    works = [(work_of_source(site, source.id), source.number) for source in _sources(site, factcheck_id)]
    return Items(tuple([replace(work, number=number) for work, number in works if work]))


def bibtex_view(site: Site, factcheck_id: str) -> Text:
    """Give the sources as BibTeX has them."""
    entries = [site.once(_entry, source.id) for source in _sources(site, factcheck_id)]
    return Text(tuple([entry for entry in entries if entry]))


def _entry(site: Site, source_id: str) -> str:
    work = work_of_source(site, source_id)
    return bibtex(work) if work else ""


def _sources(site: Site, factcheck_id: str) -> tuple[NumberedSource, ...]:
    return site.extract(factcheck_id).sources
