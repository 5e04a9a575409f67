"""What is asked of RSS alone."""

from collections.abc import Iterator

from plugins.audit.feed import CONTENT, HISTORY, named
from plugins.audit.rules.rule import Found, Seen


def description_first(seen: Seen) -> Iterator[Found]:
    """Demand a description before the full text: some readers take the first of the two (RSS Best Practices Profile)."""
    if seen.feed.kind == "rss":
        for one in seen.feed.entries:
            names = [child.tag for child in one.raw]
            if CONTENT in names and "description" not in names[: names.index(CONTENT)]:
                yield Found(named(one), one.line)


def image_title(seen: Seen) -> Iterator[Found]:
    """Demand that the channel's image is named as the channel is."""
    image = seen.feed.raw.find("image") if seen.feed.kind == "rss" else None
    if image is not None and (image.findtext("title") or "").strip() != seen.feed.title:
        yield Found((image.findtext("title") or "").strip() or "nothing", image.sourceline)


def category_domain(seen: Seen) -> Iterator[Found]:
    """Refuse `domain` on a category: rss-parser then gives an object where programs await a word."""
    if seen.feed.kind == "rss":
        for one in seen.feed.raw.iter("category"):
            if one.get("domain") is not None:
                yield Found((one.text or "").strip(), one.sourceline)


def missing_current(seen: Seen) -> Iterator[Found]:
    """Demand of an archive that it names the feed that it is the archive of (RFC 5005 §4)."""
    if seen.feed.archive and not seen.feed.linked("current"):
        yield Found("", seen.feed.raw.find(f"{HISTORY}archive").sourceline)
