"""“Cite this page”: the ready texts for a fact-check."""

import msgspec
from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.views.citing.apa import apa
from plugins.views.citing.bibtex import bibtex
from plugins.views.citing.chicago import chicago
from plugins.views.citing.names import name_of
from plugins.views.citing.prose import Prose
from plugins.views.citing.ris import ris
from plugins.views.citing.wikipedia import wikipedia
from plugins.views.citing.work import Name, Work, date_of, one_line


class Reference(Struct, frozen=True):
    """A reference in sentences: its anchor, the name of its style, its text, and whether the title is in italics."""

    anchor: str
    style: str
    prose: Prose
    italic: bool


class Code(Struct, frozen=True):
    """A reference for a program: its anchor, the name of its format, its text."""

    anchor: str
    style: str
    text: str


class CitingView(Struct, frozen=True):
    """All that “Cite this page” shows."""

    references: tuple[Reference, ...]
    codes: tuple[Code, ...]
    styles: str
    """The names of all these."""
    sources_json: str
    """The address of the sources of the fact-check as CSL-JSON."""
    sources_bib: str
    """Their address as BibTeX."""
    data: str
    """The address of the page that explains these files."""


def citing_view(site: Site, check: FactCheck, author_ids: tuple[str, ...]) -> CitingView | None:
    """Show how to cite a fact-check by its authors; nothing for what readers do not see yet."""
    if check.pending:
        return None
    people = site.masthead.people
    work = work_of(site, check, tuple(people[one].name for one in author_ids if one in people))
    published, changed = date_of(check.published), date_of(check.updated)
    assert published is not None  # a header without it is a problem, and stops the build
    references = (
        Reference("citing_apa", "APA", apa(work, changed or published), italic=True),
        Reference("citing_chicago", "Chicago", chicago(work, published), italic=False),
    )
    codes = (
        Code("citing_wikipedia", "Wikipedia", wikipedia(work, changed)),
        Code("citing_bibtex", "BibTeX", bibtex(work, changed)),
        Code("citing_ris", "RIS", ris(work)),
        Code("citing_csl", "CSL-JSON", csl_json(work)),
    )
    return CitingView(
        references=references,
        codes=codes,
        styles=", ".join([one.style for one in (*references, *codes)]),
        sources_json=site.here(addresses.sources_json(check.address)),
        sources_bib=site.here(addresses.sources_bib(check.address)),
        data=site.at(addresses.DATA),
    )


def work_of(site: Site, check: FactCheck, authors: tuple[str, ...]) -> Work:
    """Give a fact-check as a work by authors of these names; by the publication when nobody is named."""
    publication = one_line(site.masthead.name)
    names = tuple(name_of(one) for one in authors if one.strip())
    return Work(
        id=check.id,
        type="webpage",
        title=one_line(check.title),
        author=names or (Name(literal=publication),),
        container=publication if names else "",
        issued=date_of(check.published),
        language=check.lang,
        address=site.absolute(check.address),
    )


def csl_json(work: Work) -> str:
    """Give a work as CSL-JSON: a list of one, on one line."""
    return msgspec.json.format(msgspec.json.encode([work]), indent=0).decode()
