"""All feeds of a language by their titles: for people on a page, for readers of feeds in a file."""

from msgspec import Struct

from plugins.core import addresses
from plugins.press.site import Site
from plugins.views.feed_links import FeedLink, corrections_feed, main_feeds, person_feed, topic_feeds
from plugins.views.frame import Link


class Listed(Struct, frozen=True):
    """A feed: the page that it belongs to, and the feed itself, RSS first and other forms after it."""

    page: Link
    forms: tuple[FeedLink, ...]


class Listing(Struct, frozen=True):
    """The feeds of a language."""

    everything: Listed
    corrections: Listed
    topics: tuple[Listed, ...]
    people: tuple[Listed, ...]


def listing(site: Site) -> Listing:
    """List the feeds; the pages as links on a page."""
    people = site.masthead.people
    return Listing(
        everything=Listed(Link(site.at(addresses.CHECKS), site.say("All fact-checks")), main_feeds(site)),
        corrections=Listed(Link(site.at(addresses.CORRECTIONS), site.say("Corrections")), (corrections_feed(site),)),
        topics=tuple(
            Listed(Link(site.at(addresses.topic(one)), topic.title_in(site.lang)), topic_feeds(site, one))
            for one, topic in site.topics.items()
        ),
        people=tuple(
            Listed(Link(site.at(addresses.person(one)), person.name), (person_feed(site, one),))
            for one, person in people.items()
        ),
    )
