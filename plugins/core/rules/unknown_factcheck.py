"""Fact-checks that name another one name one that exists."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.resolve.references import named_factchecks
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Look up `translation_of`, `superseded_by` and `replaced_by`."""
    publication = review.publication
    known = [brief.id for brief in publication.copy.briefs]
    if "articles" in publication.copy.unread:
        return
    for draft in review.drafts:
        own = draft.header.id
        for other, pointer in named_factchecks(draft.header):
            if other not in known or other == own:
                what = "is this fact-check itself" if other == own else "is no fact-check of this publication"
                yield Finding(Spot(draft.path, pointer), "unknown-factcheck", f"`{other}` {what}.",
                              did_you_mean(other, set(known) - {own}, "write the id of another fact-check"))  # fmt: skip
