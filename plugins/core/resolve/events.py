"""What readers of feeds are told of the changes to a fact-check: its events, as its header has them."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core.model.factcheck import Correction, Header

WITHDRAWN = "withdrawn"
"""The id, within its fact-check, of a withdrawal; its kind too."""
_TOLD = ("substantial", "update")
"""The kinds of corrections that are events; a minor one changes no meaning."""
_EVERYWHERE = ("substantial", WITHDRAWN)
"""The kinds that stand beside fact-checks; the others in the feed of corrections alone."""


class Event(Struct, frozen=True, array_like=True, gc=False):
    """A correction or a withdrawal: its kind, its id within the fact-check, its moment as typed."""

    kind: str
    id: str
    moment: str

    @property
    def everywhere(self) -> bool:
        """Whether those are told who read fact-checks, not corrections."""
        return self.kind in _EVERYWHERE


def events_of(header: Header) -> Iterator[str]:
    """Give the events of a fact-check, a line each."""
    if header.status == WITHDRAWN:
        yield f"{WITHDRAWN} {WITHDRAWN} {header.withdrawn.date if header.withdrawn else header.published}"
    for correction in header.corrections:
        if is_event(correction):
            name = "".join(correction.id.split())  # what is no id is told by the parser, and must not break the line
            yield f"{correction.kind} {name} {correction.date}"


def is_event(correction: Correction) -> bool:
    """Tell whether readers of feeds are told of a correction."""
    return correction.kind in _TOLD


def unpack_events(lines: str) -> Iterator[Event]:
    """Give the events that lines tell."""
    for line in lines.split("\n") if lines else ():
        kind, name, moment = line.split(" ", 2)
        yield Event(kind, name, moment)
