"""Nothing is corrected, updated or withdrawn at a moment that has not come: feeds would show it above all else till then."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from plugins.core.model.scalars import NO_DATE
from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot
from plugins.core.resolve import dates
from plugins.core.resolve.publication import Publication
from plugins.core.resolve.resolve import standing
from plugins.core.rules.changes import changes
from plugins.core.rules.review import Review

_FIX = "write when it was; a time has the offset of its zone"


def check(review: Review) -> Iterator[Finding]:
    """Compare when each fact-check that is not held was changed with the build's clock."""
    zone = dates.zone_or_utc(review.publication.masthead.timezone)
    for draft in review.drafts:
        if not _held(draft, review.publication, zone):
            yield from _ahead(draft, review.publication, zone)


def _held(draft: Draft, publication: Publication, zone: ZoneInfo) -> bool:
    """Tell whether it waits for its day, with all that is to come after that; one without a day waits for nothing."""
    if draft.header.published == NO_DATE:
        return False
    published = dates.moment(draft.header.published, zone)
    return standing(draft.header.status, published, publication.now) == "held"


def _ahead(draft: Draft, publication: Publication, zone: ZoneInfo) -> Iterator[Finding]:
    for pointer, date in changes(draft.header):
        if dates.later(dates.moment(date, zone), publication.now):
            now = publication.now if len(date) > 10 else publication.today
            message = f"This is dated {date}, later than now ({now})."
            yield Finding(Spot(draft.path, pointer), "dated-ahead", message, _FIX)
