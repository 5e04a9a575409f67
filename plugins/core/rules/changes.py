"""When a fact-check was changed, as its header says."""

from collections.abc import Iterator

from plugins.core.model.factcheck import Header
from plugins.core.model.scalars import NO_DATE
from plugins.core.problems import Pointer


def changes(header: Header) -> Iterator[tuple[Pointer, str]]:
    """Give each date of a change, and the way to it."""
    if header.updated:
        yield ("updated",), header.updated
    for index, correction in enumerate(header.corrections):
        if correction.date != NO_DATE:
            yield ("corrections", index, "date"), correction.date
    if header.withdrawn and header.withdrawn.date != NO_DATE:
        yield ("withdrawn", "date"), header.withdrawn.date
