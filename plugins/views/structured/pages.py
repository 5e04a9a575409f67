"""Pages that are no fact-check in the words of schema.org: home, topics, sources, standing pages."""

from collections.abc import Iterable

from plugins.core import addresses
from plugins.press.site import Site
from plugins.views.frame import Link
from plugins.views.structured import organisation, source
from plugins.views.structured.breadcrumbs import breadcrumbs_block
from plugins.views.structured.node import Node, address, block, told


def home_blocks(site: Site) -> tuple[str, ...]:
    """Tell of the site in this language, and of the publication."""
    masthead, home = site.masthead, site.absolute(site.prefix + addresses.HOME)
    website = told(
        {
            "@type": "WebSite",
            "@id": f"{home}#website",
            "url": home,
            "name": masthead.name,
            "description": site.worded(masthead.tagline),
            "inLanguage": site.lang,
            "publisher": organisation.by_name(site),
        }
    )
    return block(website), organisation.organisation_block(site)


def topic_blocks(site: Site, path: Iterable[Link], here: Link, summary: str, checks: Iterable[Link]) -> tuple[str, ...]:
    """Tell of a page of a topic: what it collects, and its place; `path` are the broader topics."""
    listed: list[Node] = [
        {"@type": "ListItem", "position": place, "url": address(site, check.href), "name": check.text}
        for place, check in enumerate(checks, start=1)
    ]
    collected = {"@type": "ItemList", "itemListElement": listed} if listed else None
    page = _page(site, "CollectionPage", here) | {"description": summary, "mainEntity": collected}
    topics = Link(site.at(addresses.TOPICS), site.say("Topics"))
    return block(told(page)), breadcrumbs_block(site, topics, *path, here)


def source_blocks(site: Site, source_id: str) -> tuple[str, ...]:
    """Tell of the page of a source: the source is what it is about, and somebody else's; and of its place."""
    href, node = site.at(addresses.source(source_id)), source.source_node(site, source_id)
    assert node is not None, source_id  # a page is made for those with a record
    here = Link(href, str(node["name"]))
    page = _page(site, "WebPage", here) | {"mainEntity": node}
    return block(page), breadcrumbs_block(site, Link(site.at(addresses.SOURCES), site.say("Sources")), here)


def standing_blocks(site: Site, kind: str, here: Link, lang: str, reviewed: str | None) -> tuple[str, ...]:
    """Tell of a standing page: `kind` is its type, `reviewed` the day it was last gone through; and of the publication."""
    page = _page(site, kind, here) | {"inLanguage": lang, "lastReviewed": reviewed}
    return block(told(page)), organisation.organisation_block(site)


def _page(site: Site, kind: str, here: Link) -> Node:
    page = address(site, here.href)
    publisher = organisation.by_name(site)
    return {"@type": kind, "@id": page, "url": page, "name": here.text, "inLanguage": site.lang, "publisher": publisher}
