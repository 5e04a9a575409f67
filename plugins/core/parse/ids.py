"""The ids that a text gives itself, in raw HTML and behind headings."""

from plugins.core.anchors import OURS, PAGE_IDS
from plugins.core.parse.notes import Note


class Ids:
    """The ids of one text, gathered during the walk."""

    def __init__(self, notes: list[Note]) -> None:
        """Start with none."""
        self._notes = notes
        self._seen: set[str] = set()
        self.raw: set[str] = set()

    def tag(self, anchor: str, offset: int) -> None:
        """Take the id of a raw tag."""
        self.heading(anchor, offset)
        self.raw.add(anchor)

    def heading(self, anchor: str, offset: int) -> None:
        """Take the id that is typed behind a heading."""
        if anchor in self._seen or anchor in PAGE_IDS or anchor.startswith(OURS):
            self._notes.append(Note("html-not-allowed", offset, f"The id `{anchor}` is taken.", "choose another id"))
        self._seen.add(anchor)
