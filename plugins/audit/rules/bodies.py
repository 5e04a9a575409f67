"""The full text of entries: it is read far from the page that it was written for."""

from collections.abc import Iterator

from plugins.audit.feed import named
from plugins.audit.rules.rule import Found, Seen


def relative_reference(seen: Seen) -> Iterator[Found]:
    """Refuse addresses without a host: readers look for them in their own window."""
    for entry, body in zip(seen.feed.entries, seen.bodies, strict=True):
        yield from (Found(f"{one} in “{named(entry)}”", entry.line) for one in body.relative)


def fragment_link(seen: Seen) -> Iterator[Found]:
    """Refuse bare fragments: readers lead them into the feed's XML."""
    for entry, body in zip(seen.feed.entries, seen.bodies, strict=True):
        yield from (Found(f"{one} in “{named(entry)}”", entry.line) for one in body.fragments)


def security_risk(seen: Seen) -> Iterator[Found]:
    """Refuse what a reader must throw away lest it run."""
    for entry, body in zip(seen.feed.entries, seen.bodies, strict=True):
        yield from (Found(f"{one} in “{named(entry)}”", entry.line) for one in body.harm)
