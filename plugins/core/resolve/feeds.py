"""Which fact-checks and events stand in which feed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from zoneinfo import ZoneInfo

from plugins.core.model.publication import Masthead
from plugins.core.model.topic import Topic
from plugins.core.resolve import dates
from plugins.core.resolve.events import unpack_events
from plugins.core.resolve.feed_content import FeedContent, Told, archived, merged, newest, newest_first, told
from plugins.core.resolve.publication import FactCheck
from plugins.core.resolve.topics import with_ancestors

ALL, CORRECTIONS = "all", "corrections"


def of_topic(topic_id: str) -> str:
    """Name the feed of a topic."""
    return f"topic {topic_id}"


def of_person(person_id: str) -> str:
    """Name the feed of somebody who writes or edits here."""
    return f"person {person_id}"


def feeds_of(
    shown: Iterable[FactCheck],
    members: Mapping[str, tuple[str, ...]],
    works: Mapping[str, tuple[str, ...]],
    topics: dict[str, Topic],
    masthead: Masthead,
) -> dict[str, dict[str, FeedContent]]:
    """Give what stands in the feeds: what addresses of a language begin with → name of the feed → its content."""
    feeds = {}
    for prefix in dict.fromkeys(masthead.prefix(lang) for lang in masthead.languages) or ("",):
        here = [check for check in shown if check.prefix == prefix]
        public = {check.id: told(check.id, check.published) for check in here if check.standing == "public"}
        events, by_topic = _events(here, topics, dates.zone_or_utc(masthead.timezone))
        feeds[prefix] = {
            ALL: archived(merged([*public.values()], by_topic[""])),
            CORRECTIONS: newest(events),
            **{of_topic(one): archived(merged([*_of(ids, public)], by_topic[one])) for one, ids in members.items()},
            **{of_person(one): newest(_of(works.get(one, ()), public)) for one in masthead.people},
        }
    return feeds


def _of(ids: Iterable[str], public: Mapping[str, Told]) -> Iterator[Told]:
    return (public[one] for one in ids if one in public)


def _events(
    checks: list[FactCheck], topics: dict[str, Topic], zone: ZoneInfo
) -> tuple[list[Told], defaultdict[str, list[Told]]]:
    """Give all events, and those that stand beside fact-checks by topic, the feed of all among them without a name."""
    events: list[Told] = []
    by_topic: defaultdict[str, list[Told]] = defaultdict(list)
    for check in checks:
        if check.brief.events and check.standing in {"public", "withdrawn"}:
            for event, everywhere in _told(check, zone):
                events.append(event)
                for one in ("", *with_ancestors(check.topics, topics)) if everywhere else ():
                    by_topic[one].append(event)
    return newest_first(events), by_topic


def _told(check: FactCheck, zone: ZoneInfo) -> Iterator[tuple[Told, bool]]:
    for event in unpack_events(check.brief.events):
        yield told(f"{check.id}/{event.id}", dates.moment(event.moment, zone)), event.everywhere
