"""Moments as feeds write them."""

from datetime import datetime, timedelta, timezone

EMPTY = "2000-01-01T00:00:00+00:00"
"""The date of a feed without entries: fixed, so that it is the same at every build."""


def moment(text: str) -> datetime:
    """Read a moment; offsets that have seconds, as before standard time, are cut to the minutes that feeds can write."""
    read = datetime.fromisoformat(text or EMPTY)
    offset = read.utcoffset() or timedelta()
    return read.replace(tzinfo=timezone(offset - offset % timedelta(minutes=1)))
