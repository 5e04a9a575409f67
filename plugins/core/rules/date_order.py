"""Things happen in their order: said, published, corrected; a source is published, then read."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from plugins.core.model.factcheck import Header
from plugins.core.model.scalars import NO_DATE
from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Pointer, Spot
from plugins.core.resolve import dates
from plugins.core.resolve.publication import Publication
from plugins.core.resolve.resolve import standing
from plugins.core.rules.review import Review

LATER = "later than now"
"""The words for the one fault that goes away with time alone."""
_FIX = "correct the date that is wrong"


def check(review: Review) -> Iterator[Finding]:
    """Compare the dates of each fact-check and each source with one another, and with the build's clock."""
    publication = review.publication
    zone = dates.zone_or_utc(publication.masthead.timezone)
    for draft in review.drafts:
        if draft.header.published != NO_DATE:
            yield from _said(draft, zone)
            yield from _changed(draft, publication, zone)
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


def _changed(draft: Draft, publication: Publication, zone: ZoneInfo) -> Iterator[Finding]:
    header = draft.header
    published = dates.moment(header.published, zone)
    held = standing(header.status, published, publication.now) == "held"
    for pointer, date in _changes(header):
        moment = dates.moment(date, zone)
        day = dates.day_in(moment, zone)
        timed = len(date) > 10 and len(header.published) > 10
        if day < dates.day_in(published, zone) or (timed and dates.later(published, moment)):
            message = f"This is dated {date}, before the fact-check was published ({header.published})."
        elif not held and dates.later(moment, publication.now):
            message = f"This is dated {date}, {LATER} ({publication.today})."
        else:
            continue
        yield Finding(Spot(draft.path, pointer), "date-order", message, _FIX)


def _changes(header: Header) -> Iterator[tuple[Pointer, str]]:
    if header.updated:
        yield ("updated",), header.updated
    for index, correction in enumerate(header.corrections):
        if correction.date != NO_DATE:
            yield ("corrections", index, "date"), correction.date
    if header.withdrawn and header.withdrawn.date != NO_DATE:
        yield ("withdrawn", "date"), header.withdrawn.date


def _after(partial: str, day: str) -> bool:
    """Tell whether a date of any precision is surely later than a day."""
    return partial > day[: len(partial)]
