"""A topic selects by tags that fact-checks have."""

from collections.abc import Iterator

from plugins.core.problems import TYPO, Finding, Spot, did_you_mean, nearest
from plugins.core.rules.review import Review

_FIX = "correct the tag, or take it out until a fact-check has it"


def check(review: Review) -> Iterator[Finding]:
    """Look up the tags of `select` among those of the fact-checks, drafts too.

    To exclude what nobody has yet does no harm, unless a slip of the pen lets in what was meant.
    """
    publication = review.publication
    known = {tag for brief in publication.copy.briefs for tag in brief.tags}
    if "articles" in publication.copy.unread or not publication.copy.briefs:
        return
    for path, topic_id, topic in publication.copy.topics:
        for field in ("all", "any", "exclude") if topic.select else ():
            for place, tag in enumerate(getattr(topic.select, field)):
                if tag not in known and (field != "exclude" or nearest(tag, known, TYPO)):
                    yield Finding(
                        Spot(path, ("select", field, place)), "unknown-tag",
                        f"The topic `{topic_id}` selects by `{tag}`, a tag that no fact-check has.",
                        did_you_mean(tag, known, _FIX),
                    )  # fmt: skip
