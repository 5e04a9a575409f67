"""One thing → its bytes in the tree. What each process of the crew does."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from plugins.press.digest import SIZE, content_digest, view_digest
from plugins.press.pages import Page, StoredFile
from plugins.press.release import Entry, put
from plugins.press.render import Renderers

Thing = Page | StoredFile


class Made(Struct, frozen=True, array_like=True):
    """A file that was made: its entry, and whether its bytes were put into the tree."""

    entry: Entry
    put: bool


class Press(Struct, frozen=True):
    """All that is needed to make any one of the things."""

    things: Sequence[Thing]
    renderers: Renderers
    engine: bytes

    def made_from(self, place: int) -> bytes:
        """Digest what a thing is made from."""
        thing = self.things[place]
        if isinstance(thing, StoredFile):
            return _digest(thing)
        return view_digest(thing.template, thing.view(), self.engine)

    def make(self, folder: Path, task: tuple[int, Entry | None]) -> Made:
        """Make a thing, and put it into the folder if its bytes differ from those before."""
        place, before = task
        thing = self.things[place]
        content: bytes | Path
        if isinstance(thing, StoredFile):
            content, entry = thing.path, Entry(_digest(thing), _digest(thing))
        else:
            view = thing.view()
            content = self.renderers.render(thing.template, view)
            entry = Entry(view_digest(thing.template, view, self.engine), content_digest(content))
        differs = before is None or before.content != entry.content
        if differs:
            put(folder, thing.file, content)
        return Made(entry, differs)


def digest(press: Press, place: int) -> bytes:
    """Digest what a thing is made from: a task of the crew."""
    return press.made_from(place)


def make(folder: Path, press: Press, task: tuple[int, Entry | None]) -> Made:
    """Make a thing into a folder: a task of the crew."""
    return press.make(folder, task)


def _digest(stored: StoredFile) -> bytes:
    return bytes.fromhex(stored.sha256)[:SIZE]
