"""A fault in a stretch of prose, before the place of that stretch in its file is known."""

from typing import NamedTuple


class Note(NamedTuple):
    """A fault at an offset (code points) of a text."""

    code: str
    offset: int
    message: str
    fix: str = ""
