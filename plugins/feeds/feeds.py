"""The views of feeds and of their archives."""

from plugins.core import addresses
from plugins.core.resolve import dates
from plugins.core.resolve.feeds import ALL, CORRECTIONS, of_person, of_topic
from plugins.feeds.entries import entries
from plugins.feeds.view import Entry, Feed, History
from plugins.press.site import Site
from plugins.views.feed_links import corrections_title, main_title, person_title, topic_title


def all_feed(site: Site, address: str) -> Feed:
    """Show the newest fact-checks, at the address of one form of the feed."""
    content = site.feed(ALL)
    before = addresses.archive(content.newest_archive) if content.newest_archive else ""
    return _all(site, address, content.newest, _history(site, before=before))


def all_archive(site: Site, month: str) -> Feed:
    """Show a month of the feed of all."""
    archive = site.archive(ALL, month)
    before, after = (addresses.archive(one) if one else "" for one in (archive.before, archive.after))
    history = _history(site, addresses.FEED_ALL, before, after)
    return _all(site, addresses.archive(month), archive.entries, history)


def topic_feed(site: Site, topic_id: str, called: str, form: str) -> Feed:
    """Show the newest fact-checks of a topic in one form of its feed, at its own address or at that of a former id."""
    content = site.feed(of_topic(topic_id))
    before = addresses.topic_archive(called, content.newest_archive) if content.newest_archive else ""
    return _topic(site, topic_id, addresses.topic_feed(called, form), content.newest, _history(site, before=before))


def topic_archive(site: Site, topic_id: str, called: str, month: str) -> Feed:
    """Show a month of a topic's feed, in the archive of its id or of a former one."""
    archive = site.archive(of_topic(topic_id), month)
    before, after = (addresses.topic_archive(called, one) if one else "" for one in (archive.before, archive.after))
    history = _history(site, addresses.topic_feed(called), before, after)
    return _topic(site, topic_id, addresses.topic_archive(called, month), archive.entries, history)


def corrections_feed(site: Site) -> Feed:
    """Show the newest corrections, updates and withdrawals."""
    about = site.say("Every correction that {publication} makes.", publication=site.masthead.name)
    shown = entries(site, site.feed(CORRECTIONS).newest)
    return _feed(site, addresses.FEED_CORRECTIONS, corrections_title(site), about, addresses.CORRECTIONS, shown)


def person_feed(site: Site, person_id: str) -> Feed:
    """Show the newest fact-checks that somebody wrote or edited."""
    person = site.masthead.people[person_id]
    shown = entries(site, site.feed(of_person(person_id)).newest)
    about = site.worded(person.bio) or site.worded(person.role)
    page, address = addresses.person(person_id), addresses.person_feed(person_id)
    return _feed(site, address, person_title(site, person_id), about, page, shown)


def _all(site: Site, address: str, names: tuple[str, ...], history: History) -> Feed:
    about = site.worded(site.masthead.tagline)
    return _feed(site, address, main_title(site), about, addresses.HOME, entries(site, names), history)


def _topic(site: Site, topic_id: str, address: str, names: tuple[str, ...], history: History) -> Feed:
    about, title = site.worded(site.topic(topic_id).summary), topic_title(site, topic_id)
    return _feed(site, address, title, about, addresses.topic(topic_id), entries(site, names), history)


def _history(site: Site, current: str = "", before: str = "", after: str = "") -> History:
    there = (site.absolute(site.prefix + one) if one else "" for one in (current, before, after))
    return History(*there)


def _feed(
    site: Site,
    address: str,
    title: str,
    description: str,
    page: str,
    shown: tuple[Entry, ...],
    history: History | None = None,
) -> Feed:
    masthead = site.masthead
    moments = [entry.updated or entry.published for entry in shown]
    return Feed(
        title=title,
        description=description,
        link=site.absolute(site.prefix + page),
        address=site.absolute(site.prefix + address),
        lang=site.lang,
        author=masthead.name,
        home=site.absolute(site.prefix + addresses.HOME),
        licence=masthead.licence,
        hub=masthead.hub or "",
        stylesheet=site.asset("feed.css"),
        updated=max(moments, key=dates.sort_key, default=""),
        entries=shown,
        history=history or History(),
    )
