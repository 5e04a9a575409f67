"""The files of this room."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.machines.llms import llms_view
from plugins.machines.news import as_news, news_view
from plugins.machines.plain import as_lines
from plugins.machines.robots import robots_view
from plugins.machines.security import contact_address, security_view
from plugins.machines.sitemap import as_index, as_sitemap, index_view, parts, sitemap_view
from plugins.press.pages import Page

RENDERERS: dict[str, Callable[[Struct], bytes]] = {
    "sitemap": as_sitemap, "sitemap index": as_index, "news sitemap": as_news, "lines": as_lines,
}  # fmt: skip


def pages(publication: Publication) -> Iterator[Page]:
    """Give the sitemaps, robots.txt, security.txt if anybody can be written to, and llms.txt of each language."""
    count = parts(publication)
    if count == 1:
        yield Page(addresses.SITEMAP, "sitemap", sitemap_view)
    else:
        yield Page(addresses.SITEMAP, "sitemap index", index_view, (count,))
        for part in range(1, count + 1):
            yield Page(addresses.sitemap(part), "sitemap", sitemap_view, (part, count))
    yield Page(addresses.NEWS_SITEMAP, "news sitemap", news_view)
    yield Page(addresses.ROBOTS, "lines", robots_view)
    if contact_address(publication.masthead.contact):
        yield Page(addresses.SECURITY, "lines", security_view)
    for lang, prefix in publication.prefixes().items():
        yield Page(prefix + addresses.LLMS, "lines", llms_view, (), lang)
