"""A tag used once is often a slip of the pen."""

from collections import Counter
from collections.abc import Iterator

from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Find tags that one fact-check alone has and no topic selects by."""
    publication = review.publication
    if publication.copy.unread & {"articles", "topics"}:
        return
    briefs = publication.copy.briefs
    count = Counter(tag for brief in briefs for tag in set(brief.tags))
    selecting = {
        tag for topic in publication.topics.values() if topic.select for tag in (*topic.select.all, *topic.select.any)
    }
    for brief in briefs:
        for place, tag in enumerate(brief.tags):
            if count[tag] == 1 and tag not in selecting:
                yield Finding(
                    Spot(brief.path, ("tags", place)), "lonely-tag", f"The tag `{tag}` is used once.",
                    did_you_mean(tag, set(count) - {tag}, "use it elsewhere too, or leave it out"),
                )  # fmt: skip
