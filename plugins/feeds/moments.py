"""Moments as feeds write them."""

from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from functools import lru_cache

EMPTY = "2000-01-01T00:00:00+00:00"
"""The date of a feed without entries: fixed, so that it is the same at every build."""
_RECENT = 4096
"""So many moments are kept as they were written: an entry stands in several feeds."""


@lru_cache(maxsize=_RECENT)
def iso(text: str) -> str:
    """Write a moment as Atom and JSON Feed have it (RFC 3339)."""
    return _moment(text).isoformat()


@lru_cache(maxsize=_RECENT)
def of_mail(text: str) -> str:
    """Write a moment as RSS has it: as the date of a mail (RFC 2822)."""
    return format_datetime(_moment(text))


def _moment(text: str) -> datetime:
    """Read a moment; offsets that have seconds, as before standard time, are cut to the minutes that feeds can write."""
    read = datetime.fromisoformat(text)
    offset = read.utcoffset() or timedelta()
    return read.replace(tzinfo=timezone(offset - offset % timedelta(minutes=1)))
