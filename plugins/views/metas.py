"""What the head of a page tells those who link to it: Open Graph for previews, Highwire's tags for reference managers."""

from msgspec import Struct

from plugins.core.model.factcheck import Header
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site


class Meta(Struct, frozen=True):
    """A `<meta>`: the attribute that names it (`name` or `property`), its name, its content."""

    attribute: str
    name: str
    content: str


WEBSITE = (Meta("property", "og:type", "website"), Meta("name", "twitter:card", "summary"))
"""What a page tells that is none of an article."""


def factcheck_metas(site: Site, check: FactCheck, header: Header) -> tuple[Meta, ...]:
    """Tell of a fact-check; of what readers do not see yet, only that it is a page."""
    if check.pending:
        return WEBSITE
    return *_open_graph(site, check, header), *_highwire(site, check, header)


def _open_graph(site: Site, check: FactCheck, header: Header) -> list[Meta]:
    """Tell of an article (https://ogp.me); the card of the social network shows its picture large."""
    told = [
        ("og:type", "article"),
        ("article:published_time", check.published),
        ("article:modified_time", check.updated),
        ("article:section", site.topic(check.topics[0]).title_in(site.lang) if check.topics else ""),
    ]
    if header.image:
        told += [("og:image", site.absolute(site.picture(header.image.file))), ("og:image:alt", header.image.alt)]
    card = Meta("name", "twitter:card", "summary_large_image" if header.image else "summary")
    return [*(Meta("property", name, content) for name, content in told if content), card]


def _highwire(site: Site, check: FactCheck, header: Header) -> list[Meta]:
    """Tell how to cite it, in Highwire's tags, which Zotero and Google Scholar read; their days are 2025/10/24."""
    masthead, page = site.masthead, site.absolute(check.address)
    day = check.published[:10].replace("-", "/")
    authors = [masthead.people[one].name for one in header.authors if one in masthead.people]
    told = [
        ("citation_title", header.title),
        *(("citation_author", name) for name in authors),
        ("citation_publication_date", day),
        ("citation_online_date", day),
        ("citation_publisher", masthead.name),
        ("citation_language", check.lang),
        ("citation_fulltext_html_url", page),
    ]
    return [Meta("name", name, content) for name, content in told]
