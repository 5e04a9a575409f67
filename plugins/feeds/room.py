"""The feeds of this room: which items stand in which feed."""

from collections.abc import Iterator
from functools import partial

from plugins.core import addresses
from plugins.core.parse.finish import plain
from plugins.core.resolve import dates
from plugins.core.resolve.publication import FactCheck
from plugins.feeds.content import correction_html, item_html
from plugins.feeds.view import FeedView, Item
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.views.corrections import CorrectionEntry, correction_entries

NEWEST = 30
"""How many items a feed holds."""


def pages(site: Site) -> Iterator[Page]:
    """Give the feed of all fact-checks, one for each topic and its former ids, and that of corrections."""
    yield Page(addresses.FEED_ALL, "rss", partial(all_feed, site))
    for topic_id, topic in site.publication.topics.items():
        for one in (topic_id, *topic.aliases):
            yield Page(addresses.topic_feed(one), "rss", partial(topic_feed, site, topic_id, addresses.topic_feed(one)))
    yield Page(addresses.FEED_CORRECTIONS, "rss", partial(corrections_feed, site))


def all_feed(site: Site) -> FeedView:
    """Show the newest fact-checks."""
    masthead = site.publication.masthead
    items = tuple(_item(site, check) for check in site.publication.listed()[:NEWEST])
    return _feed(site, addresses.FEED_ALL, masthead.name, masthead.tagline, addresses.HOME, items)


def topic_feed(site: Site, topic_id: str, address: str) -> FeedView:
    """Show the newest fact-checks of a topic, at its own address or at a former one."""
    publication = site.publication
    topic = publication.topics[topic_id]
    title = f"{publication.masthead.name}: {topic.title_in(publication.masthead.lang)}"
    items = tuple(_item(site, publication.factchecks[one]) for one in publication.members[topic_id][:NEWEST])
    return _feed(site, address, title, topic.summary, addresses.topic(topic_id), items)


def corrections_feed(site: Site) -> FeedView:
    """Show the newest corrections."""
    name = site.publication.masthead.name
    items = tuple(_correction(site, entry) for entry in correction_entries(site, absolute=True)[:NEWEST])
    about = f"Every correction that {name} makes."
    return _feed(site, addresses.FEED_CORRECTIONS, f"{name}: corrections", about, addresses.CORRECTIONS, items)


def _feed(site: Site, address: str, title: str, description: str, page: str, items: tuple[Item, ...]) -> FeedView:
    moments = [item.updated or item.published for item in items]
    return FeedView(
        title=title,
        description=description,
        link=site.absolute(page),
        self=site.absolute(address),
        lang=site.publication.masthead.lang,
        updated=max(moments, key=dates.sort_key, default=""),
        items=items,
    )


def _item(site: Site, check: FactCheck) -> Item:
    return site.once(("item", check.id), lambda: _make_item(site, check))


def _make_item(site: Site, check: FactCheck) -> Item:
    publication = site.publication
    people = publication.masthead.people
    return Item(
        id=check.header.guid or _tag(site, check.published, f"check/{check.id}"),
        link=site.absolute(site.of(check)),
        title=check.header.title,
        summary=check.summary,
        html=item_html(site, check),
        published=check.published,
        updated=check.updated,
        authors=tuple(people[one].name for one in check.header.authors if one in people),
        categories=tuple(publication.topics[one].title_in(publication.masthead.lang) for one in check.topics),
    )


def _correction(site: Site, entry: CorrectionEntry) -> Item:
    return Item(
        id=_tag(site, entry.moment, f"correction/{entry.id}"),
        link=site.absolute(entry.address),
        title=f"{entry.kind}: {entry.title}",
        summary=plain(entry.change.why),
        html=correction_html(site, entry),
        published=entry.moment,
        updated="",
        authors=(),
        categories=(),
    )


def _tag(site: Site, moment: str, rest: str) -> str:
    """Make a tag: URI (RFC 4151); it hangs on the permanent id, never on an address."""
    return f"tag:{site.publication.masthead.tag_authority},{moment[:4]}:{rest}"
