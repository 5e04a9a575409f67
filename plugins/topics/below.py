"""Which topics are narrower than which."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from plugins.press.site import Site

Below = Mapping[str | None, Sequence[str]]
"""A topic's id → the ids of those just below it, in the order of their titles; `None` → those that have no parent."""


def below(site: Site) -> Below:
    """Give which topics are below which; looked for once, for each topic among thousands would be too often."""
    return site.once(_below)


def _below(site: Site) -> Below:
    found: dict[str | None, list[str]] = defaultdict(list)
    for topic_id, topic in sorted(site.topics.items(), key=lambda item: (item[1].title_in(site.lang), item[0])):
        found[topic.parent].append(topic_id)
    return dict(found)
