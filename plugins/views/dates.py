"""Dates as readers see them. No locale, no clock: the same text on every machine."""

from msgspec import Struct

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class DateView(Struct, frozen=True):
    """A date: for machines (`iso`) and in words."""

    iso: str
    text: str


def date_view(date: str | None) -> DateView | None:
    """Give a day, month or year (`2025-10-24`, `2025-10`, `2025`) or a moment in words, to the day."""
    if not date:
        return None
    parts = date[:10].split("-")
    words = [str(int(parts[2]))] if len(parts) > 2 else []
    words += [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return DateView(date, " ".join([*words, parts[0]]))
