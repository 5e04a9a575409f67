"""Moments: the publication's zone and the build's clock."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_MANY = 4000
"""So many days are remembered: of ten thousand fact-checks many have one that others have."""


def zone(name: str) -> ZoneInfo | None:
    """Give a time zone by its IANA name; `None` when there is none of that name."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):  # ZoneInfoNotFoundError is a KeyError
        return None


@lru_cache(_MANY)
def moment(text: str, in_zone: ZoneInfo) -> str:
    """Give a moment as typed as ISO 8601 with offset; a day alone is its midnight in the zone."""
    read = datetime.fromisoformat(text)
    return (read if read.tzinfo else read.replace(tzinfo=in_zone)).isoformat()


def later(one: str, other: str) -> bool:
    """Tell whether the first of two moments with offsets is the later one."""
    return datetime.fromisoformat(one) > datetime.fromisoformat(other)


@lru_cache(_MANY)
def day_in(moment_text: str, in_zone: ZoneInfo) -> str:
    """Give the day of a moment in a zone; at the very ends of the calendar, where zones lead out of it, its own day."""
    try:
        return datetime.fromisoformat(moment_text).astimezone(in_zone).date().isoformat()
    except OverflowError:
        return moment_text[:10]


def sort_key(moment_text: str) -> float:
    """Order moments with offsets."""
    return datetime.fromisoformat(moment_text).timestamp()


def zone_or_utc(name: str) -> ZoneInfo:
    """Give a time zone by its name; a rule tells when there is none of that name."""
    return zone(name) or ZoneInfo("UTC")


def day_before(day: str) -> str:
    """Give the day before one."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def end_of(day: str, in_zone: ZoneInfo) -> datetime:
    """Give the moment at which a day ends in a zone."""
    return datetime.combine(date.fromisoformat(day) + timedelta(days=1), time(), in_zone)
