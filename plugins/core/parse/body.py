"""The Markdown below a header → prose, its faults noted at their places in the file."""

from plugins.core.parse.header import Parts
from plugins.core.parse.prose import Prose, read_prose
from plugins.core.parse.report import Faults


def read_body(parts: Parts, faults: Faults) -> Prose:
    """Parse the body of a file."""
    part = faults.part(parts.body, parts.body_line)
    prose, notes = read_prose(parts.body)
    for note in notes:
        part.add_at(note.offset, note)
    return prose
