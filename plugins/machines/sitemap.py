"""`sitemap.xml`: its view, and how it is written (https://www.sitemaps.org/protocol.html)."""

from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import LINES_PER_PAGE, Publication
from plugins.machines.entries import Entry, entries
from plugins.press.site import Site

LARGEST = 50_000
"""How many pages a file of a sitemap may name."""
LINKS = 200_000
"""How many addresses it holds at most, those in other languages too: the file stays below 50 MB."""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


class SitemapView(Struct, frozen=True):
    """All that a sitemap, or a part of one, shows."""

    entries: tuple[Entry, ...]


class IndexView(Struct, frozen=True):
    """All that the index of a sitemap in parts shows: the absolute addresses of the parts."""

    parts: tuple[str, ...]


def parts(publication: Publication) -> int:
    """Tell into how many files the sitemap goes: as many as are surely enough, told without listing its pages."""
    languages = len(publication.prefixes())
    masthead, copy = publication.masthead, publication.copy
    lists = 10 + sum(
        len(one) for one in (publication.topics, publication.uses, publication.publishers, masthead.people)
    )
    items = sum(len(one) for named in (publication.members, publication.works) for one in named.values())
    uses = sum(map(len, publication.uses.values()))
    shown = len(publication.factchecks) + len(copy.pages)
    most = languages * (lists + (items + shown) // 10 + uses // (LINES_PER_PAGE // 2)) + shown
    return -(-most // min(LARGEST, LINKS // languages))


def sitemap_view(site: Site, part: int = 1, of: int = 1) -> SitemapView:
    """Show the pages that search engines may show, or a part (from 1) of so many alike."""
    every = site.once(entries)
    return SitemapView(every[(part - 1) * len(every) // of : part * len(every) // of])


def index_view(site: Site, of: int) -> IndexView:
    """Show the parts of a sitemap that does not go into one file."""
    return IndexView(tuple(site.absolute(addresses.sitemap(part)) for part in range(1, of + 1)))


def as_sitemap(view: Struct) -> bytes:
    """Write a sitemap."""
    assert isinstance(view, SitemapView)
    head = f'{HEAD}<urlset {NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    return "".join((head, *map(_url, view.entries), "</urlset>\n")).encode()


def as_index(view: Struct) -> bytes:
    """Write the index of a sitemap in parts."""
    assert isinstance(view, IndexView)
    named = (f"<sitemap><loc>{escape(part)}</loc></sitemap>\n" for part in view.parts)
    return "".join((f"{HEAD}<sitemapindex {NAMESPACE}>\n", *named, "</sitemapindex>\n")).encode()


def _url(entry: Entry) -> str:
    changed = f"<lastmod>{w3c(entry.changed)}</lastmod>" if entry.changed else ""
    others = "".join(
        f'\n<xhtml:link rel="alternate" hreflang="{other.lang}" href={quoteattr(other.address)}/>'
        for other in entry.alternates
    )
    return f"<url><loc>{escape(entry.address)}</loc>{changed}{others}</url>\n"


def w3c(moment: str) -> str:
    """Give a moment as sitemaps have it; where its offset has seconds, as before 1900, the day alone."""
    return moment if moment[-6] in "+-" else moment[:10]
