"""One thing → its bytes in the tree. What each process of the crew does."""

from array import array
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from plugins.engine import digest_of
from plugins.press.pages import Page, StoredFile, Thing
from plugins.press.release import Entry, put
from plugins.press.render import Renderers
from plugins.press.site import Site


class Made(Struct, frozen=True, array_like=True):
    """A file that was made: its entry, and whether its bytes were put into the tree."""

    entry: Entry
    put: bool


class Press(Struct, frozen=True):
    """All that is needed to make any one of the things."""

    things: Sequence[Thing]
    renderers: Renderers
    site: Site

    def make(self, folder: Path, task: tuple[int, bytes]) -> Made:
        """Make a thing, and put it into the folder if its bytes differ from those before, given as their digest."""
        place, before = task
        thing = self.things[place]
        if isinstance(thing, StoredFile):
            content: bytes | Path
            content, digest, stands_on = thing.path, bytes.fromhex(thing.sha256), b""
        else:
            content, facts = self.site.watched(lambda: self.render(thing))
            digest, stands_on = digest_of(content), array("Q", facts).tobytes()
        if digest != before:
            put(folder, thing.file, content)
        return Made(Entry(thing.made_from, digest, stands_on), digest != before)

    def render(self, page: Page) -> bytes:
        """Make a page."""
        self.site.use_template(page.template)
        return self.renderers.render(page.template, page.view_of(self.site))


def make(folder: Path, press: Press, task: tuple[int, bytes]) -> Made:
    """Make a thing into a folder: a task of the crew."""
    return press.make(folder, task)


def stands(entry: Entry, facts: frozenset[int]) -> bool:
    """Tell whether all that a page was made from still holds."""
    return facts.issuperset(array("Q", entry.stands_on))
