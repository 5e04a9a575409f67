"""The feeds of this room: which items stand in which feed."""

from collections.abc import Iterable, Iterator

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

_KINDS = {"substantial": "Correction", "update": "Update", "minor": "Small change", "withdrawn": "Withdrawn"}


def pages(site: Site) -> Iterator[Page]:
    """Give the feed of all fact-checks, one for each topic and its former ids, and that of corrections."""
    publication = site.publication
    name, lang = publication.masthead.name, publication.masthead.lang
    made: dict[str, Item] = {}

    def items(checks: Iterable[FactCheck]) -> tuple[Item, ...]:
        return tuple(
            made.setdefault(check.id, _item(site, check)) if check.id not in made else made[check.id]
            for check in checks
        )

    newest = publication.listed()[:NEWEST]
    yield _feed(site, addresses.FEED_ALL, name, publication.masthead.tagline, addresses.HOME, items(newest))
    for topic_id, topic in publication.topics.items():
        members = [publication.factchecks[one] for one in publication.members[topic_id][:NEWEST]]
        title = f"{name}: {topic.title_in(lang)}"
        for one in (topic_id, *topic.aliases):
            yield _feed(
                site, addresses.topic_feed(one), title, topic.summary, addresses.topic(topic_id), items(members)
            )
    corrections = tuple(_correction(site, entry) for entry in correction_entries(site)[:NEWEST])
    about = f"Every correction that {name} makes."
    yield _feed(site, addresses.FEED_CORRECTIONS, f"{name}: corrections", about, addresses.CORRECTIONS, corrections)


def _feed(site: Site, address: str, title: str, description: str, page: str, items: tuple[Item, ...]) -> Page:
    moments = [item.updated or item.published for item in items]
    view = FeedView(
        title=title,
        description=description,
        link=site.absolute(page),
        self=site.absolute(address),
        lang=site.publication.masthead.lang,
        updated=max(moments, key=dates.sort_key, default=""),
        items=items,
    )
    return Page(address, "rss", view)


def _item(site: Site, check: FactCheck) -> Item:
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
        title=f"{_KINDS[entry.kind]}: {entry.title}",
        summary=plain(entry.why),
        html=correction_html(site, entry),
        published=entry.moment,
        updated="",
        authors=(),
        categories=(),
    )


def _tag(site: Site, moment: str, rest: str) -> str:
    """Make a tag: URI (RFC 4151); it hangs on the permanent id, never on an address."""
    return f"tag:{site.publication.masthead.tag_authority},{moment[:4]}:{rest}"
