"""The one step from what was written to the publication."""

from collections import defaultdict
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from plugins.core.model.publication import Masthead
from plugins.core.model.topic import Topic
from plugins.core.parse.nouns import Draft
from plugins.core.resolve import dates
from plugins.core.resolve.citations import cite
from plugins.core.resolve.publication import Copy, FactCheck, Publication, Standing
from plugins.core.resolve.topics import topics_of, with_ancestors

PENDING = frozenset({"draft", "held"})
"""The standings of what readers do not see yet."""

SUMMARY_LENGTH = 280
"""The longest summary made from a first paragraph, in characters."""

EMPTY_MASTHEAD = Masthead(name="", url="https://example.invalid/", tag_authority="example.invalid", verdicts=())


def resolve(copy: Copy, now: str, *, drafts: bool = False) -> Publication:
    """Resolve the copy at a moment (ISO 8601 with offset); with `drafts`, pending copy is shown too."""
    masthead = copy.masthead or EMPTY_MASTHEAD
    zone = dates.zone_or_utc(masthead.timezone)
    topics = dict(sorted((topic_id, topic) for _, topic_id, topic in reversed(copy.topics)))
    checks = [_resolve_one(draft, masthead, topics, now, zone) for draft in copy.drafts]
    # What readers see goes first: of two with one id it stays, and a rule tells the other one's editor.
    checks.sort(key=lambda check: (check.standing in PENDING, check.path))
    unique = {check.id: check for check in reversed(checks)}
    ordered = sorted(unique.values(), key=_newest_first)
    shown = {check.id: check for check in ordered if drafts or check.standing not in PENDING}
    public = [check for check in shown.values() if check.standing == "public"]
    waiting = frozenset() if drafts else _waiting(checks) | copy.unread_drafts
    return Publication(
        masthead=masthead,
        now=now,
        today=dates.day_in(now, zone),
        factchecks=shown,
        pending={check.id: check for check in ordered if check.id not in shown},
        sources={source_id: source for _, source_id, source in reversed(copy.sources)},
        publishers={publisher_id: publisher for _, publisher_id, publisher in copy.publishers},
        topics=topics,
        members=_members(public, topics),
        uses=_uses(public),
        publisher_of={name: pid for _, pid, publisher in copy.publishers for name in publisher.names},
        pending_paths=waiting,
        copy=replace(copy, drafts=tuple(check.draft for check in checks)),
    )


def _waiting(checks: list[FactCheck]) -> frozenset[str]:
    return frozenset(check.path for check in checks if check.standing in PENDING)


def _newest_first(check: FactCheck) -> tuple[float, str, str]:
    return (-dates.sort_key(check.published), _reversed(check.day), check.id)


def _reversed(day: str) -> str:
    return "".join(chr(ord("9") - ord(digit) + ord("0")) if digit.isdigit() else digit for digit in day)


def _resolve_one(draft: Draft, masthead: Masthead, topics: dict[str, Topic], now: str, zone: ZoneInfo) -> FactCheck:
    header = draft.header
    published = dates.moment(header.published, zone)
    texts, sources = cite(draft)
    day = header.as_of or dates.day_in(published, zone)
    return FactCheck(
        id=header.id,
        slug=draft.slug,
        path=draft.path,
        header=header,
        standing=_standing(draft, published, now),
        published=published,
        updated=_updated(draft, zone),
        day=day,
        summary=header.summary or shorten(draft.body.opening),
        lang=header.lang or masthead.lang,
        draft=draft,
        texts=texts,
        sources=sources,
        topics=topics_of(header, day, topics),
    )


def _standing(draft: Draft, published: str, now: str) -> Standing:
    if draft.header.status == "draft":
        return "draft"
    if dates.later(published, now):
        return "held"
    return "public" if draft.header.status == "published" else draft.header.status


def _updated(draft: Draft, zone: ZoneInfo) -> str:
    if draft.header.updated:
        return dates.moment(draft.header.updated, zone)
    moments = [dates.moment(correction.date, zone) for correction in draft.header.corrections]
    return max(moments, key=dates.sort_key, default="")


def shorten(text: str, length: int = SUMMARY_LENGTH) -> str:
    """Cut plain text between words."""
    if len(text) <= length:
        return text
    words = text[:length].rpartition(" ")[0].rstrip(" ,;:–—-")
    return f"{words or text[:length]} …"


def _members(public: Iterable[FactCheck], topics: dict[str, Topic]) -> dict[str, tuple[str, ...]]:
    members: dict[str, list[str]] = {topic_id: [] for topic_id in topics}
    for check in public:
        for topic_id in with_ancestors(check.topics, topics):
            members[topic_id].append(check.id)
    return {topic_id: tuple(ids) for topic_id, ids in members.items()}


def _uses(public: Iterable[FactCheck]) -> dict[str, tuple[str, ...]]:
    uses: dict[str, list[str]] = defaultdict(list)
    for check in public:
        for cited in check.sources:
            if cited.uses and check.id not in uses[cited.id]:
                uses[cited.id].append(check.id)
    return {source_id: tuple(ids) for source_id, ids in uses.items()}
