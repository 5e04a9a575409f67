"""Things happen in their order: said, published, corrected; a source is published, then read."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from plugins.core.model.scalars import NO_DATE
from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot
from plugins.core.resolve import dates
from plugins.core.rules.changes import changes
from plugins.core.rules.review import Review

_FIX = "correct the date that is wrong"


def check(review: Review) -> Iterator[Finding]:
    """Compare the dates of each fact-check and each source with one another."""
    publication = review.publication
    zone = dates.zone_or_utc(publication.masthead.timezone)
    for draft in review.drafts:
        if draft.header.published != NO_DATE:
            yield from _said(draft, zone)
            yield from _changed(draft, zone)
    for path, source_id, source in publication.copy.sources:
        if source.published and source.accessed != NO_DATE and _after(source.published, source.accessed):
            yield Finding(
                Spot(path, (source_id, "published")), "date-order",
                f"`{source_id}` was published on {source.published}, after it was read ({source.accessed}).", _FIX,
            )  # fmt: skip


def _said(draft: Draft, zone: ZoneInfo) -> Iterator[Finding]:
    published = dates.day_in(dates.moment(draft.header.published, zone), zone)
    for index, claim in enumerate(draft.header.claims):
        if claim.said and _after(claim.said, published):
            message = f"The claim `{claim.id}` was said on {claim.said}, after this was published ({published})."
            yield Finding(Spot(draft.path, ("claims", index, "said")), "date-order", message, _FIX)


def _changed(draft: Draft, zone: ZoneInfo) -> Iterator[Finding]:
    header = draft.header
    published = dates.moment(header.published, zone)
    for pointer, date in changes(header):
        moment = dates.moment(date, zone)
        timed = len(date) > 10 and len(header.published) > 10
        if dates.day_in(moment, zone) < dates.day_in(published, zone) or (timed and dates.later(published, moment)):
            message = f"This is dated {date}, before the fact-check was published ({header.published})."
            yield Finding(Spot(draft.path, pointer), "date-order", message, _FIX)


def _after(partial: str, day: str) -> bool:
    """Tell whether a date of any precision is surely later than a day."""
    return partial > day[: len(partial)]
