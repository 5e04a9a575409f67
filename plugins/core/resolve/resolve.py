"""The one step from what was written to the publication."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from plugins.core.model.factcheck import Status
from plugins.core.model.ledger import LedgerLine
from plugins.core.model.publication import Masthead
from plugins.core.model.topic import Topic
from plugins.core.resolve import dates
from plugins.core.resolve.apart import Brief
from plugins.core.resolve.feeds import feeds_of
from plugins.core.resolve.ledger import compared
from plugins.core.resolve.origins import in_order_of_use, origins_of
from plugins.core.resolve.publication import NUMBERS, PENDING, Copy, FactCheck, Publication, Standing
from plugins.core.resolve.topics import Selecting, topics_of, with_ancestors

EMPTY_MASTHEAD = Masthead(name="", url="https://example.invalid/", tag_authority="example.invalid", verdicts=())


def resolve(copy: Copy, now: str, *, drafts: bool = False) -> Publication:
    """Resolve the copy at a moment (ISO 8601 with offset); with `drafts`, pending copy is shown too."""
    masthead = copy.masthead or EMPTY_MASTHEAD
    zone = dates.zone_or_utc(masthead.timezone)
    topics = dict(sorted((topic_id, topic) for _, topic_id, topic in reversed(copy.topics)))
    selecting = Selecting(topics)
    ledger = {line.id: line for _, lines in reversed(copy.ledger) for line in lines}
    ids = _side_by_side([brief.id for brief in copy.briefs])
    checks = [
        _resolve_one(one, brief, masthead, selecting, now, zone, ledger.get(one))
        for one, brief in zip(ids, copy.briefs, strict=True)
    ]
    # What readers see goes first: of two with one id it stays, and a rule tells the other one's editor.
    checks.sort(key=lambda check: (check.standing in PENDING, check.brief.path))
    unique = {check.id: check for check in reversed(checks)}
    ordered = sorted(unique.values(), key=_newest_first)
    shown = {check.id: check for check in ordered if drafts or check.standing not in PENDING}
    shown |= _translated(shown)
    public = [check for check in shown.values() if check.standing == "public"]
    sources = {source_id: source for _, source_id, source in reversed(copy.sources)}
    publisher_of = {name: pid for _, pid, publisher in copy.publishers for name in publisher.names}
    uses, citing = _uses(shown.values())
    in_use = in_order_of_use(uses, sources)
    members, works = _members(public, topics), _works(public)
    waiting = frozenset() if drafts else _waiting(checks) | copy.unread_drafts
    return Publication(
        masthead=masthead,
        now=now,
        today=dates.day_in(now, zone),
        factchecks=shown,
        pending={check.id: check for check in ordered if check.id not in shown},
        sources=sources,
        publishers={publisher_id: publisher for _, publisher_id, publisher in copy.publishers},
        topics=topics,
        members=members,
        uses=uses,
        citing=citing,
        in_use=in_use,
        origins=origins_of(in_use, sources, publisher_of, uses, (check.id for check in public)),
        works=works,
        feeds=feeds_of(shown.values(), members, works, topics, masthead),
        publisher_of=publisher_of,
        pending_paths=waiting,
        ledger=ledger,
        compared=compared(shown.values(), ledger, copy.shown),
        copy=replace(copy, briefs=tuple(check.brief for check in checks)),
        drafts=drafts,
    )


def _side_by_side(texts: list[str]) -> list[str]:
    """Give the same texts, each made anew, so that they lie side by side in memory.

    Every list names fact-checks by their ids, and a process that was forked copies what memory it reads them from: not
    that of all else that was typed of a fact-check.
    """
    return [text.encode().decode() for text in texts]


def _waiting(checks: list[FactCheck]) -> frozenset[str]:
    return frozenset(check.path for check in checks if check.standing in PENDING)


def _newest_first(check: FactCheck) -> tuple[float, str, str]:
    return (-dates.sort_key(check.published), check.day.translate(_REVERSED), check.id)


_REVERSED = str.maketrans("0123456789", "9876543210")
"""Turns the order of days round."""


def resolve_one(brief: Brief, publication: Publication) -> FactCheck:
    """Resolve a fact-check as it stands in a publication that is there already."""
    zone = dates.zone_or_utc(publication.masthead.timezone)
    topics, line = Selecting(publication.topics), publication.ledger.get(brief.id)
    return _resolve_one(brief.id, brief, publication.masthead, topics, publication.now, zone, line)


def _resolve_one(
    factcheck_id: str,
    brief: Brief,
    masthead: Masthead,
    topics: Selecting,
    now: str,
    zone: ZoneInfo,
    line: LedgerLine | None,
) -> FactCheck:
    published = dates.moment(brief.published, zone)
    stands = standing(brief.status, published, now)
    day = brief.as_of or dates.day_in(published, zone)
    return FactCheck(
        id=factcheck_id,
        brief=brief,
        standing=stands,
        published=published,
        updated=_latest(brief.changed, zone) if brief.changed else "",
        first=line.first if line and stands != "held" else published,
        day=day,
        lang=brief.lang or masthead.lang,
        prefix=masthead.prefix(brief.lang),
        topics=topics_of(brief.topics, brief.tags, day, topics),
    )


def _latest(changed: tuple[str, ...], zone: ZoneInfo) -> str:
    return max((dates.moment(one, zone) for one in changed), key=dates.sort_key)


def standing(status: Status, published: str, now: str) -> Standing:
    """Tell how a fact-check stands with readers; moments are ISO 8601 with offset."""
    if status == "draft":
        return "draft"
    if dates.later(published, now):
        return "held"
    return "public" if status == "published" else status


def _members(public: Iterable[FactCheck], topics: dict[str, Topic]) -> dict[str, tuple[str, ...]]:
    members: dict[str, list[str]] = {topic_id: [] for topic_id in topics}
    for check in public:
        for topic_id in with_ancestors(check.topics, topics):
            members[topic_id].append(check.id)
    return {topic_id: tuple(ids) for topic_id, ids in members.items()}


def _translated(shown: dict[str, FactCheck]) -> dict[str, FactCheck]:
    """Give those that are there in several languages, knowing it."""
    of_original: dict[str, list[str]] = defaultdict(list)
    for check in shown.values():
        if check.standing == "public":
            of_original[check.brief.translation_of or check.id].append(check.id)
    groups = (tuple(reversed(ids)) for ids in of_original.values() if len(ids) > 1)
    return {one: replace(shown[one], translations=group) for group in groups for one in group}


def _uses(shown: Iterable[FactCheck]) -> tuple[dict[str, tuple[str, ...]], dict[str, Sequence[int]]]:
    """Give who cites each source, by id and by number; a fact-check and its translation are one use, that of the original."""
    public = [(number, check) for number, check in enumerate(shown) if check.standing == "public"]
    originals = {check.id: check.brief for _, check in public}
    uses: dict[str, list[str]] = defaultdict(list)
    citing: defaultdict[str, array[int]] = defaultdict(partial(array, NUMBERS))
    for number, check in public:
        brief = check.brief
        name, original = check.id, originals.get(brief.translation_of)
        for cited in brief.cited.split():
            source_id = cited.partition(":")[0]
            if original is None or not original.leans_on(source_id):
                uses[source_id].append(name)
                citing[source_id].append(number)
    return {source_id: tuple(ids) for source_id, ids in uses.items()}, {**citing}


def _works(public: Iterable[FactCheck]) -> dict[str, tuple[str, ...]]:
    works: dict[str, list[str]] = defaultdict(list)
    for check in public:
        for person in dict.fromkeys((*check.brief.authors.split(), *check.brief.edited_by.split())):
            works[person].append(check.id)
    return {person: tuple(ids) for person, ids in works.items()}
