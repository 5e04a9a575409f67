"""Whom a topic hears: the sources and publishers that most of its fact-checks lean on, and those whose claims they check."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar

from msgspec import Struct

from plugins.core.resolve.independence import author_of
from plugins.core.resolve.publication import Outline
from plugins.press.site import Site
from plugins.views.frame import Link
from plugins.views.publishers import publisher_link
from plugins.views.source_lines import source_link

T = TypeVar("T", str, tuple[str, str])

SHOWN = 10
"""The longest of these lists."""


class Relied(Struct, frozen=True):
    """A name with its number: of fact-checks that lean on it, or of claims; `href` is empty when it has no page."""

    href: str
    text: str
    lang: str
    by: str
    """Its publisher, if it is a source."""
    count: int


class ReliedOn(Struct, frozen=True):
    """The lists of a topic, the largest numbers first; what only one fact-check uses is in none."""

    sources: tuple[Relied, ...]
    publishers: tuple[Relied, ...]
    claimants: tuple[Relied, ...]
    more_claimants: int


def relied_on(site: Site, outlines: Sequence[Outline]) -> ReliedOn | None:
    """Count what the fact-checks of a topic cite, and whose claims they check; `None` when no list has anything."""
    cited = [[one.partition(":")[0] for one in outline.cited.split()] for outline in outlines]
    uses = Counter(chain.from_iterable(cited))
    origins = {source_id: origin for source_id in uses if (origin := site.once(_origin, source_id))}
    publishers = Counter(
        origin for sources in cited for origin in dict.fromkeys(origins[one] for one in sources if one in origins)
    )
    claimants = Counter(line for outline in outlines for line in outline.claimants.splitlines() if line)
    found = ReliedOn(
        sources=tuple(_source(site, one, count) for one, count in _most(uses, least=2) if one in origins),
        publishers=tuple(_publisher(site, origin, count) for origin, count in _most(publishers, least=2)),
        claimants=tuple(Relied("", name, "", "", count) for name, count in _most(claimants, least=1)),
        more_claimants=max(0, len(claimants) - SHOWN),
    )
    return found if found.sources or found.publishers or found.claimants else None


def last_change(outlines: Iterable[Outline]) -> str:
    """Give the newest day on which one of them was published or changed; empty when there is none."""
    return max((max(one.published[:10], one.updated[:10]) for one in outlines), default="")


def _most(count: Counter[T], *, least: int) -> list[tuple[T, int]]:
    """Give the largest numbers; equal ones in the order of their names."""
    enough = [item for item in count.items() if item[1] >= least]
    return sorted(enough, key=lambda item: (-item[1], "".join(item[0]).casefold(), item[0]))[:SHOWN]


def _origin(site: Site, source_id: str) -> tuple[str, str] | None:
    """Tell whose words a source carries: the id of the publisher, else its name alone; `None` without a record."""
    source = site.source(source_id)
    if source is None:
        return None
    name = author_of(source)
    publisher_id = site.publisher_of(name)
    return (publisher_id, "") if publisher_id else ("", name)


def _source(site: Site, source_id: str, count: int) -> Relied:
    source = site.known_source(source_id)
    return Relied(source_link(site, source_id), source.title, source.lang, author_of(source), count)


def _publisher(site: Site, origin: tuple[str, str], count: int) -> Relied:
    publisher_id, name = origin
    link = publisher_link(site, publisher_id) if publisher_id else Link("", name)
    return Relied(link.href, link.text, "", "", count)
