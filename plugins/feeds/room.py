"""The feeds of this room: which items stand in which feed."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.parse.finish import plain
from plugins.core.resolve import dates
from plugins.core.resolve.publication import Publication
from plugins.feeds.content import correction_html, item_html
from plugins.feeds.view import FeedView, Item
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.views.corrections import CorrectionEntry, correction_entries
from plugins.views.frame import topic_feed_link

NEWEST = 30
"""How many items a feed holds."""


def pages(publication: Publication) -> Iterator[Page]:
    """Give the feed of all fact-checks, one for each topic and its former ids, and that of corrections."""
    for lang, prefix in publication.prefixes().items():
        yield Page(prefix + addresses.FEED_ALL, "rss", all_feed, (), lang)
        for topic_id, topic in publication.topics.items():
            for one in (topic_id, *topic.aliases):
                address = addresses.topic_feed(one)
                yield Page(prefix + address, "rss", topic_feed, (topic_id, address), lang)
        yield Page(prefix + addresses.FEED_CORRECTIONS, "rss", corrections_feed, (), lang)


def rendered(view: Struct) -> bytes:
    """Render a feed."""
    from plugins.feeds.rss import rss  # noqa: PLC0415 (feedgen is slow to import, and not needed when nothing changed)

    return rss(view)


def all_feed(site: Site) -> FeedView:
    """Show the newest fact-checks."""
    masthead = site.masthead
    items = tuple(_item(site, one) for one in site.listed()[:NEWEST])
    return _feed(site, addresses.FEED_ALL, masthead.name, site.worded(masthead.tagline), addresses.HOME, items)


def topic_feed(site: Site, topic_id: str, address: str) -> FeedView:
    """Show the newest fact-checks of a topic, at its own address or at a former one."""
    topic = site.topic(topic_id)
    title = topic_feed_link(site, topic_id).title
    items = tuple(_item(site, one) for one in site.members(topic_id)[:NEWEST])
    return _feed(site, address, title, site.worded(topic.summary), addresses.topic(topic_id), items)


def corrections_feed(site: Site) -> FeedView:
    """Show the newest corrections."""
    name = site.masthead.name
    items = tuple(_correction(site, entry) for entry in correction_entries(site, absolute=True)[:NEWEST])
    about = site.say("Every correction that {publication} makes.", publication=name)
    title = site.say("{publication}: corrections", publication=name)
    return _feed(site, addresses.FEED_CORRECTIONS, title, about, addresses.CORRECTIONS, items)


def _feed(site: Site, address: str, title: str, description: str, page: str, items: tuple[Item, ...]) -> FeedView:
    moments = [item.updated or item.published for item in items]
    return FeedView(
        title=title,
        description=description,
        link=site.absolute(site.prefix + page),
        self=site.absolute(site.prefix + address),
        lang=site.lang,
        updated=max(moments, key=dates.sort_key, default=""),
        items=items,
    )


def _item(site: Site, factcheck_id: str) -> Item:
    check = site.known_check(factcheck_id)
    whole, masthead = site.whole(check), site.masthead
    return Item(
        id=whole.header.guid or _tag(site, check.published, f"check/{check.id}"),
        link=site.absolute(check.address),
        title=check.title,
        summary=check.brief.summary,
        html=item_html(site, check, whole),
        published=check.published,
        updated=check.updated,
        authors=tuple(masthead.people[one].name for one in whole.header.authors if one in masthead.people),
        categories=tuple(site.topic(one).title_in(site.lang) for one in check.topics),
    )


def _correction(site: Site, entry: CorrectionEntry) -> Item:
    return Item(
        id=_tag(site, entry.moment, f"correction/{entry.id}"),
        link=site.absolute(entry.address),
        title=site.say("{name}: {text}", name=entry.kind, text=entry.title),
        summary=plain(entry.change.why),
        html=correction_html(site, entry),
        published=entry.moment,
        updated="",
        authors=(),
        categories=(),
    )


def _tag(site: Site, moment: str, rest: str) -> str:
    """Make a tag: URI (RFC 4151); it hangs on the permanent id, never on an address."""
    return f"tag:{site.masthead.tag_authority},{moment[:4]}:{rest}"
