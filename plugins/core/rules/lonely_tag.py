"""A tag used once is often a slip of the pen."""

from collections import Counter
from collections.abc import Iterator

from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.resolve.publication import Publication


def check(publication: Publication) -> Iterator[Finding]:
    """Find tags that one fact-check alone has and no topic selects by."""
    if publication.copy.unread & {"articles", "topics"}:
        return
    drafts = publication.copy.drafts
    count = Counter(tag for draft in drafts for tag in set(draft.header.tags))
    selecting = {
        tag for topic in publication.topics.values() if topic.select for tag in (*topic.select.all, *topic.select.any)
    }
    for draft in drafts:
        for place, tag in enumerate(draft.header.tags):
            if count[tag] == 1 and tag not in selecting:
                yield Finding(
                    Spot(draft.path, ("tags", place)), "lonely-tag", f"The tag `{tag}` is used once.",
                    did_you_mean(tag, set(count) - {tag}, "use it elsewhere too, or leave it out"),
                )  # fmt: skip
