"""A fault in a stretch of prose, before the place of that stretch in its file is known."""

from typing import NamedTuple


class Note(NamedTuple):
    """A fault at an offset (code points) of a text."""

    code: str
    offset: int
    message: str
    fix: str = ""


def short(text: str) -> str:
    """Give a text as a message can show it: on one line, and not too long."""
    text = " ".join(text[:200].split())
    return text if len(text) <= 60 else text[:57] + "…"
