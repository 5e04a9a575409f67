"""Ids of entries: readers tell by them what is new."""

import re
from collections import Counter
from collections.abc import Iterator

from plugins.audit.feed import named
from plugins.audit.rules.rule import Found, Seen

_WEB = re.compile(r"https?://[^\s/]+\S*")


def duplicate_entries(seen: Seen) -> Iterator[Found]:
    """Refuse an id that stands twice: readers show one of the two."""
    count = Counter(one.id for one in seen.feed.entries if one.id)
    last = {one.id: one.line for one in seen.feed.entries}
    yield from (Found(one, last[one]) for one, times in count.items() if times > 1)


def invalid_permalink(seen: Seen) -> Iterator[Found]:
    """Refuse a guid that claims to be an address and is none (`isPermaLink` is true unless it is said to be false)."""
    if seen.feed.kind == "rss":
        for one in seen.feed.entries:
            guid = one.raw.find("guid")
            if guid is not None and guid.get("isPermaLink", "true") != "false" and not _WEB.fullmatch(one.id):
                yield Found(one.id or named(one), one.line)
