"""All feeds of a language as outlines, which `opml.py` writes."""

from msgspec import Struct

from plugins.feeds.listing import Listed, listing
from plugins.press.site import Site


class Outline(Struct, frozen=True):
    """A feed, or a folder of feeds; addresses are absolute."""

    text: str
    feed: str = ""
    page: str = ""
    inside: tuple["Outline", ...] = ()


class Opml(Struct, frozen=True):
    """The whole file."""

    title: str
    lang: str
    outlines: tuple[Outline, ...]


def opml_view(site: Site) -> Opml:
    """Show the feeds of this language, RSS of each."""
    feeds = listing(site)
    folders = ((site.say("Topics"), feeds.topics), (site.say("People"), feeds.people))
    return Opml(
        title=site.masthead.name,
        lang=site.lang,
        outlines=(
            _outline(site, feeds.everything),
            _outline(site, feeds.corrections),
            *(Outline(name, inside=tuple(_outline(site, one) for one in listed)) for name, listed in folders if listed),
        ),
    )


def _outline(site: Site, listed: Listed) -> Outline:
    rss = listed.forms[0]
    return Outline(rss.title, rss.href, site.base + listed.page.href.removeprefix(site.root))
