"""`news-sitemap.xml`, what was published lately: its view, and how it is written (Google's rules of sitemaps for news)."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from msgspec import Struct

from plugins.core.resolve import dates
from plugins.machines.sitemap import HEAD, NAMESPACE, w3c
from plugins.press.site import Site

NEWS = 1000
"""How many fact-checks a sitemap of news may name."""


class NewsItem(Struct, frozen=True):
    """A fact-check that is news."""

    address: str
    lang: str
    published: str
    title: str


class NewsView(Struct, frozen=True):
    """All that the sitemap of news shows: the publication's name, and what is news, newest first."""

    name: str
    items: tuple[NewsItem, ...]


def news_view(site: Site) -> NewsView:
    """Show what was published today or yesterday: surely within two days, whatever the hour of the build."""
    found = [item for words, _ in site.languages for item in _news(site.speaking(words.lang))]
    newest = sorted(found, key=lambda one: (-dates.sort_key(one.published), one.address))
    return NewsView(site.masthead.name, tuple(newest[:NEWS]))


def _news(site: Site) -> Iterator[NewsItem]:
    zone, since = dates.zone_or_utc(site.masthead.timezone), dates.day_before(site.today)
    for one in site.indexed():
        if dates.day_in(one.published, zone) < since:
            return
        if one.listed:
            title = site.known_check(one.id).title
            yield NewsItem(site.absolute(one.address), site.lang, one.published, title)


def as_news(view: Struct) -> bytes:
    """Write a sitemap of news (https://www.google.com/schemas/sitemap-news/0.9)."""
    assert isinstance(view, NewsView)
    head = f'{HEAD}<urlset {NAMESPACE} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
    return "".join((head, *(_news_url(one, view.name) for one in view.items), "</urlset>\n")).encode()


def _news_url(item: NewsItem, name: str) -> str:
    return (
        f"<url><loc>{escape(item.address)}</loc>\n<news:news>"
        f"<news:publication><news:name>{escape(name)}</news:name>"
        f"<news:language>{item.lang.partition('-')[0]}</news:language></news:publication>\n"
        f"<news:publication_date>{w3c(item.published)}</news:publication_date>"
        f"<news:title>{escape(item.title)}</news:title></news:news></url>\n"
    )
