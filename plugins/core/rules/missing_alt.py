"""A picture is described for those who cannot see it."""

from collections.abc import Iterator

from plugins.core.parse.nouns import Draft
from plugins.core.parse.prose import Prose
from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review

_FIX = "say what it shows, in a sentence"


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Demand a description of every picture in the text, and of the fact-check's own."""
    yield from _in_text(draft.path, draft.body)
    if draft.header.image and not draft.header.image.alt:
        message = "The picture of this fact-check has no description."
        yield Finding(Spot(draft.path, ("image",)), "missing-alt", message, _FIX)


def check(review: Review) -> Iterator[Finding]:
    """Demand the same of standing pages."""
    for page in review.publication.copy.pages:
        yield from _in_text(page.path, page.body)


def _in_text(path: str, body: Prose) -> Iterator[Finding]:
    for picture in body.pictures:
        if not picture.described:
            spot = Spot(path, ("body",), picture.offset)
            yield Finding(spot, "missing-alt", "This picture has no description.", _FIX)
