"""A source in the words of schema.org: the same wherever it is cited."""

from plugins.core import addresses
from plugins.core.model.source import Source
from plugins.press.site import Site
from plugins.views.structured.node import Node, told

_TYPES = {
    "news": "NewsArticle",
    "dataset": "Dataset",
    "law": "Legislation",
    "study": "Article",
    "social": "SocialMediaPosting",
    "fact-check": "Article",
}
"""Kind of source → type; what schema.org has no word for is a CreativeWork."""


def identity(site: Site, source_id: str) -> str:
    """Give the `@id` of a source: one, whichever pages show it."""
    return f"{site.absolute(addresses.source(source_id))}#source"


def source_node(site: Site, source_id: str) -> Node | None:
    """Tell of a source; `None` when it has no record."""
    source = site.source(source_id)
    return _node(source, identity(site, source_id)) if source else None


def _node(source: Source, identity: str) -> Node:
    """Tell of a source; where its address is withheld, no address at all."""
    return told(
        {
            "@type": _TYPES.get(source.kind, "CreativeWork"),
            "@id": identity,
            "name": source.title,
            "author": [{"@type": "Person", "name": name} for name in source.authors],
            "publisher": {"@type": "Organization", "name": source.publisher},
            "sourceOrganization": _origin(source),
            "datePublished": source.published,
            "version": source.edition,
            "inLanguage": source.lang,
            "url": source.address,
            "archivedAt": source.archived_at,
            "isAccessibleForFree": False if source.access in {"registration", "paywall"} else None,
            "creativeWorkStatus": "Retracted" if source.link_status == "retracted" else "",
        }
    )


def _origin(source: Source) -> Node | None:
    """Name whose text it is, where that is not the publisher."""
    if source.origin in {"", source.publisher}:
        return None
    return {"@type": "Organization", "name": source.origin}
