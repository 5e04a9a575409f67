"""What feeds of one site have to agree upon: one id is one entry wherever it stands, and one hub serves them all."""

from collections.abc import Iterator, Sequence

from plugins.audit.gist import Gist
from plugins.audit.lint import told
from plugins.core.problems import Problem


def across(feeds: Sequence[Gist]) -> Iterator[Problem]:
    """Compare all feeds with each other."""
    yield from _same_id_other_entry(feeds)
    yield from _same_id_other_authors(feeds)
    yield from _hub_not_everywhere(feeds)


def _same_id_other_entry(feeds: Sequence[Gist]) -> Iterator[Problem]:
    """Refuse an id that means one thing here and another there: readers keep whichever they fetched last."""
    wholes: dict[tuple[str, str, str], tuple[bytes, str]] = {}
    texts: dict[tuple[str, str], tuple[bytes, str]] = {}
    for feed in feeds:
        for entry in feed.entries:
            alike = wholes.setdefault((feed.lang, feed.kind, entry.id), (entry.whole, feed.file))
            in_any_kind = texts.setdefault((feed.lang, entry.id), (entry.text, feed.file))
            other = alike[1] if alike[0] != entry.whole else in_any_kind[1] if in_any_kind[0] != entry.text else ""
            if other:
                sentence = f"The entry with the id {entry.id} is another one in {other}."
                yield told(feed.file, "SameIdOtherEntry", sentence, entry.line)


def _same_id_other_authors(feeds: Sequence[Gist]) -> Iterator[Problem]:
    """Refuse an entry whose authors hang on the kind of feed: feedgen leaves some of them out."""
    authors: dict[tuple[str, str], tuple[tuple[str, ...], str]] = {}
    for feed in feeds:
        for entry in feed.entries:
            known, other = authors.setdefault((feed.lang, entry.id), (entry.authors, feed.file))
            if known != entry.authors:
                names = [", ".join(one) or "nobody" for one in (entry.authors, known)]
                sentence = f"The entry with the id {entry.id} is by {names[0]} here, and by {names[1]} in {other}."
                yield told(feed.file, "SameIdOtherAuthors", sentence, entry.line)


def _hub_not_everywhere(feeds: Sequence[Gist]) -> Iterator[Problem]:
    """Demand that all feeds name the hubs that one of them names; feedgen leaves them out of RSS."""
    current = [feed for feed in feeds if not feed.archive]
    hubs = dict.fromkeys(hub for feed in current for hub in feed.hubs)
    for feed in current:
        for hub in hubs.keys() - set(feed.hubs):
            sentence = f"Other feeds name the hub {hub}, this one does not: its subscribers hear of nothing at once."
            yield told(feed.file, "HubNotEverywhere", sentence)
