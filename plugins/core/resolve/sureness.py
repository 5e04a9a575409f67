"""Whether the dates of a fact-check are surely in order, whichever the publication's time zone: then no rule has to look."""

from datetime import date, timedelta

from plugins.core.model.factcheck import Header
from plugins.core.model.scalars import NO_DATE

_ZONES = timedelta(days=2)
"""Two moments that are typed so far apart keep their order in every time zone."""


def last_change(header: Header) -> str:
    """Give the day of the newest change, as typed."""
    return max((day[:10] for day in _changes(header)), default="")


def surely_in_order(header: Header) -> bool:
    """Tell whether every claim was surely said before publication, and every change surely came after it."""
    published = header.published[:10]
    if any(claim.said and not claim.said < published[: len(claim.said)] for claim in header.claims):
        return False
    changes = _changes(header)
    return not changes or min(changes)[:10] >= (date.fromisoformat(published) + _ZONES).isoformat()


def _changes(header: Header) -> list[str]:
    changes = [header.updated or NO_DATE, *(one.date for one in header.corrections)]
    changes += [header.withdrawn.date] if header.withdrawn else []
    return [day for day in changes if day != NO_DATE]
