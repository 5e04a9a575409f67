"""The feeds that pages tell readers about, by their titles."""

from collections.abc import Iterable

from msgspec import Struct

from plugins.core import addresses
from plugins.press.site import Site

_TYPES = {
    addresses.RSS: "application/rss+xml",
    addresses.ATOM: "application/atom+xml",
    addresses.JSON: "application/feed+json",
}
_NAMES = {addresses.RSS: "RSS", addresses.ATOM: "Atom", addresses.JSON: "JSON"}


class FeedLink(Struct, frozen=True):
    """A feed in one form: its address, absolute; its title; its media type; the name of the form."""

    href: str
    title: str
    type: str = _TYPES[addresses.RSS]
    form: str = _NAMES[addresses.RSS]


def main_feeds(site: Site) -> tuple[FeedLink, ...]:
    """Link the feed of all fact-checks of this language, in each form."""
    return _in_forms(site, main_title(site), addresses.FEED_ALL, addresses.FEED_FORMS)


def topic_feeds(site: Site, topic_id: str) -> tuple[FeedLink, ...]:
    """Link the feed of a topic in this language, in each form."""
    return _in_forms(site, topic_title(site, topic_id), addresses.topic_feed(topic_id), addresses.FEED_FORMS)


def topic_feed(site: Site, topic_id: str) -> FeedLink:
    """Link the RSS feed of a topic in this language."""
    return _rss(site, topic_title(site, topic_id), addresses.topic_feed(topic_id))


def corrections_feed(site: Site) -> FeedLink:
    """Link the feed of corrections of this language."""
    return _rss(site, corrections_title(site), addresses.FEED_CORRECTIONS)


def person_feed(site: Site, person_id: str) -> FeedLink:
    """Link the feed of what somebody wrote and edited in this language."""
    return _rss(site, person_title(site, person_id), addresses.person_feed(person_id))


def main_title(site: Site) -> str:
    """Name the feed of all fact-checks; in a list of feeds the name of the publication alone would be that of each language."""
    return site.say("{publication}: all fact-checks", publication=site.masthead.name)


def topic_title(site: Site, topic_id: str) -> str:
    """Name the feed of a topic."""
    return site.say("{name}: {text}", name=site.masthead.name, text=site.topic(topic_id).title_in(site.lang))


def corrections_title(site: Site) -> str:
    """Name the feed of corrections."""
    return site.say("{publication}: corrections", publication=site.masthead.name)


def person_title(site: Site, person_id: str) -> str:
    """Name the feed of what somebody wrote and edited."""
    masthead = site.masthead
    return site.say("{name}: {text}", name=masthead.name, text=masthead.people[person_id].name)


def _rss(site: Site, title: str, address: str) -> FeedLink:
    return _in_forms(site, title, address, (addresses.RSS,))[0]


def _in_forms(site: Site, title: str, address: str, forms: Iterable[str]) -> tuple[FeedLink, ...]:
    return tuple(
        FeedLink(site.absolute(site.prefix + addresses.feed_as(address, form)), title, _TYPES[form], _NAMES[form])
        for form in forms
    )
