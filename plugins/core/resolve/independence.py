"""Whose words a source carries: five sites that carry one agency's report are one witness, not five."""

from collections.abc import Iterable, Mapping

from plugins.core.model.source import Source


def author_of(source: Source) -> str:
    """Name whose words a source carries: the agency, else the publisher."""
    return source.origin or source.publisher


def origin_of(source: Source, publisher_of: Mapping[str, str]) -> str:
    """Give the id of the agency whose text this is, else of its publisher; the name itself if `publishers.yaml` lacks it."""
    name = author_of(source)
    return publisher_of.get(name, name)


def independent(
    source_ids: Iterable[str], sources: Mapping[str, Source], publisher_of: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Group sources by origin: origin → the ids of those that carry its words, in the order given.

    There are as many independent origins as entries. An id without a record is left out, one that comes twice counts once.
    """
    origins: dict[str, tuple[str, ...]] = {}
    for source_id in dict.fromkeys(source_ids):
        if source_id in sources:
            origin = origin_of(sources[source_id], publisher_of)
            origins[origin] = (*origins.get(origin, ()), source_id)
    return origins
