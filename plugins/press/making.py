"""One thing → its bytes in the tree. What each process of the crew does."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from plugins.engine import digest_of
from plugins.press.manifest import Entry
from plugins.press.pages import Page, StoredFile, Thing
from plugins.press.render import Renderers
from plugins.press.restyling import Restyling
from plugins.press.site import Site
from plugins.press.slots import filled
from plugins.press.standing import packed
from plugins.press.tree import put


class FileChanged(OSError):
    """A file is no longer what it was when the copy was taken in."""


class Made(Struct, frozen=True, array_like=True):
    """A file that was made: its entry, and whether its bytes were put into the tree."""

    entry: Entry
    put: bool


class Task(Struct, frozen=True, array_like=True, gc=False):
    """A thing to be made, by its place; the digest of the bytes before; its entry, if it stands but for theme files."""

    place: int
    before: bytes
    restyled: Entry | None = None


class Press(Struct, frozen=True):
    """All that is needed to make any one of the things."""

    things: Sequence[Thing]
    renderers: Renderers
    site: Site

    def render(self, page: Page) -> bytes:
        """Make a page."""
        return filled(self.unfilled(page), self.site.assets)[0]

    def unfilled(self, page: Page) -> bytes:
        """Make a page that has slots where addresses of theme files belong."""
        lang = page.lang or self.site.lang
        self.site.use_template(page.template, lang)
        return self.renderers.render(page.template, page.view_of(self.site), lang)


class Making(Struct, frozen=True):
    """A press at work on a release: into which folder it makes things, and at which place each fact stands there."""

    press: Press
    folder: Path
    restyling: Restyling
    places: Mapping[int, int]

    def make(self, task: Task) -> Made:
        """Make a thing, and put it into the folder if its bytes differ from those before."""
        thing, before = self.press.things[task.place], task.before
        if isinstance(thing, StoredFile):
            entry = Entry(thing.made_from, bytes.fromhex(thing.sha256))
            content = _stored(thing) if entry.content != before else b""
        else:
            again = self.restyling.again(thing.file, task.restyled) if task.restyled else None
            content, entry = again or self._new(thing)
        if entry.content != before:
            put(self.folder, thing.file, content)
        return Made(entry, entry.content != before)

    def _new(self, page: Page) -> tuple[bytes, Entry]:
        site = self.press.site
        unfilled, facts = site.watched(lambda: self.press.unfilled(page))
        content, slots = filled(unfilled, site.assets)
        stands_on = packed(map(self.places.__getitem__, facts))
        return content, Entry(page.made_from, digest_of(content), stands_on, slots)


def _stored(thing: StoredFile) -> bytes:
    """Read a stored file: what is published is what was looked at when the copy was taken in."""
    content = thing.path.read_bytes()
    if hashlib.sha256(content).hexdigest() != thing.sha256:
        raise FileChanged(f"{thing.path.name} changed while the site was being built; build again")
    return content


def make(making: Making, task: Task) -> Made:
    """Make a thing: a task of the crew."""
    return making.make(task)
