"""Archives of feeds (RFC 5005 §4): a chain from each feed to its oldest entries, from which nothing is missing."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from plugins.audit.gist import Gist
from plugins.audit.lint import told
from plugins.core.problems import Problem


def archives(feeds: Sequence[Gist]) -> Iterator[Problem]:
    """Follow each feed into its archives, which feeds of several kinds may share; what no feed leads to is lost."""
    known = {feed.address: feed for feed in feeds}
    heads: dict[str, set[str]] = {}
    for feed in feeds:
        if not feed.archive and feed.older:
            chain = list(_chain(feed, known))
            for one in chain:
                heads.setdefault(one.address, set()).add(feed.address)
            yield from _there_and_back(feed, chain, known)
            yield from _twice(chain)
    for feed in feeds:
        if feed.archive:
            yield from _belongs(feed, heads.get(feed.address, set()))


def _belongs(feed: Gist, heads: Collection[str]) -> Iterator[Problem]:
    """Demand that an archive names a feed that leads to it."""
    if not heads:
        yield told(feed.file, "LostArchive", "No feed leads to this archive by “prev-archive”.")
    for one in feed.current:
        if heads and one not in heads:
            yield told(
                feed.file, "BrokenArchiveChain", f"It says that it is an archive of {one}, which does not lead to it."
            )


def _chain(feed: Gist, known: Mapping[str, Gist]) -> Iterator[Gist]:
    """Follow `prev-archive` as far as it leads, and never in a circle."""
    seen = {feed.address}
    while feed.older and feed.older[0] in known.keys() - seen:
        feed = known[feed.older[0]]
        seen.add(feed.address)
        yield feed


def _there_and_back(feed: Gist, chain: Sequence[Gist], known: Mapping[str, Gist]) -> Iterator[Problem]:
    """Compare the ways there and back; the newest archive may lead to the feed itself, or no further."""
    oldest = chain[-1] if chain else feed
    for older in oldest.older:
        why = "which is in the chain already" if older in known else "which is not there"
        yield told(oldest.file, "BrokenArchiveChain", f"The archive before this is to be {older}, {why}.")
    for newer, one in zip((feed, *chain), chain, strict=False):
        if not one.archive:
            yield told(one.file, "ArchiveUnmarked", f"{newer.file} has this as an archive, and it has no <fh:archive>.")
        if one.newer != (newer.address,) and not (newer is feed and set(one.newer) <= set(one.current)):
            there = ", ".join(one.newer) or "nowhere"
            sentence = f"The archive after this is {newer.address}, and it leads {there}."
            yield told(one.file, "BrokenArchiveChain", sentence)


def _twice(chain: Sequence[Gist]) -> Iterator[Problem]:
    """Refuse an entry that stands in two archives of one feed."""
    count = Counter(entry.id for one in chain for entry in one.entries)
    for one in chain:
        for entry in one.entries:
            if count[entry.id] > 1:
                sentence = f"The entry {entry.id} stands in {count[entry.id]} archives of one feed."
                yield told(one.file, "ArchivedTwice", sentence, entry.line)
