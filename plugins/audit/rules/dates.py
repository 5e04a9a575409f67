"""Dates: of the form that each kind of feed wants, believable, newest first."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import pairwise

from plugins.audit.feed import Feed, named
from plugins.audit.rules.rule import Found, Seen

_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UT)")
_INTERNET = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})")
FIRST = datetime(1990, 1, 1, tzinfo=UTC)
"""Before it there was no web, so nothing was published on it."""


def mail_date(text: str) -> datetime | None:
    """Read a moment as RFC 2822 writes it."""
    return _read(text) if _MAIL.fullmatch(text) else None


def internet_date(text: str) -> datetime | None:
    """Read a moment as RFC 3339 writes it."""
    try:
        return datetime.fromisoformat(text) if _INTERNET.fullmatch(text) else None
    except ValueError:
        return None


def moment(text: str) -> datetime | None:
    """Read a moment of either form."""
    return internet_date(text) or mail_date(text)


def invalid_mail_date(seen: Seen) -> Iterator[Found]:
    """Demand RFC 2822 of RSS's own dates."""
    yield from (Found(text, line) for text, line in _mail_dates(seen.feed) if text and not mail_date(text))


def invalid_internet_date(seen: Seen) -> Iterator[Found]:
    """Demand RFC 3339 of all other dates."""
    yield from (Found(text, line) for text, line in _internet_dates(seen.feed) if text and not internet_date(text))


def implausible(seen: Seen) -> Iterator[Found]:
    """Refuse a date before the web, and an entry newer than the feed that holds it."""
    latest = moment(seen.feed.updated)
    for text, line in (*_mail_dates(seen.feed), *_internet_dates(seen.feed)):
        read = moment(text)
        if read and (read < FIRST or (latest and read > latest)):
            yield Found(text, line)


def not_newest_first(seen: Seen) -> Iterator[Found]:
    """Demand the newest entry first: mailing lists send the first one."""
    dated = [(moment(one.published or one.updated), one) for one in seen.feed.entries]
    known = [(read, one) for read, one in dated if read]
    yield from (Found(named(after), after.line) for (one, _), (two, after) in pairwise(known) if two > one)


def _mail_dates(feed: Feed) -> list[tuple[str, int]]:
    if feed.kind != "rss":
        return []
    return [(feed.updated, 1), *((one.published, one.line) for one in feed.entries)]


def _internet_dates(feed: Feed) -> list[tuple[str, int]]:
    updated = [(one.updated, one.line) for one in feed.entries]
    if feed.kind == "rss":
        return updated
    return [(feed.updated, 1), *((one.published, one.line) for one in feed.entries), *updated]


def _read(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None
