"""One thing → its bytes in the tree. What each process of the crew does."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from plugins.engine import digest_of
from plugins.press.manifest import Entry, in_one_piece
from plugins.press.pages import Page, StoredFile, Thing
from plugins.press.render import Renderers
from plugins.press.restyling import Restyling
from plugins.press.site import Site
from plugins.press.slots import filled
from plugins.press.spool import Spool
from plugins.press.standing import packed
from plugins.press.tree import put


class FileChanged(OSError):
    """A file is no longer what it was when the copy was taken in."""


class Made(Struct, frozen=True, array_like=True):
    """A file that was made: its entry, in one piece, and whether its bytes were put into the tree."""

    entry: bytes
    put: bool


class Press(Struct, frozen=True):
    """All that is needed to make any one of the things."""

    things: Sequence[Thing]
    renderers: Renderers
    site: Site

    def theme(self) -> dict[str, int]:
        """Give the facts of the theme by name: those of templates and theme files."""
        names = (
            *(f"template {name}" for name in self.renderers.digests),
            *(f"asset {name}" for name in self.site.assets),
        )
        return {name: self.site.facts[name] for name in names}

    def noting(self, places: Mapping[int, int], spool: Spool | None) -> "Press":
        """Give the same press, but what is noted of each fact is its place; see `Site.noting`."""
        return Press(self.things, self.renderers, self.site.noting(places, spool))

    def render(self, page: Page) -> bytes:
        """Make a page."""
        return filled(self.unfilled(page), self.site.assets)[0]

    def unfilled(self, page: Page) -> bytes:
        """Make a page that has slots where addresses of theme files belong."""
        lang = page.lang or self.site.lang
        self.site.use_template(page.template, lang)
        return self.renderers.render(page.template, page.view_of(self.site), lang)


class Making(Struct, frozen=True):
    """A press at work on a release, whose site notes places: into which folder it makes things."""

    press: Press
    folder: Path
    restyling: Restyling
    before: Mapping[int, Entry]
    """What the last release knows of the things that are to be made, by place."""

    def make(self, place: int) -> Made:
        """Make the thing of a place, and put it into the folder if its bytes differ from those before."""
        thing, before = self.press.things[place], self.before.get(place)
        content, entry = self._stored(thing, before) if isinstance(thing, StoredFile) else self._page(thing, before)
        differs = before is None or entry.content != before.content
        if differs:
            put(self.folder, thing.file, content, older=before is not None)
        return Made(in_one_piece(entry), differs)

    def _stored(self, file: StoredFile, before: Entry | None) -> tuple[bytes, Entry]:
        entry = Entry(file.made_from, bytes.fromhex(file.sha256))
        return b"" if before and before.content == entry.content else _read(file), entry

    def _page(self, page: Page, before: Entry | None) -> tuple[bytes, Entry]:
        site = self.press.site
        if before and self.restyling.theme and before.made_from == page.made_from:
            fell = self.restyling.fell(before)
            again = self.restyling.again(page.file, before) if fell <= self.restyling.addresses else None
            if again:
                return again
            if fell <= self.restyling.theme:
                return self._filled(page, site.unwatched(lambda: self.press.unfilled(page)), before.stands_on)
        unfilled, places = site.watched(lambda: self.press.unfilled(page))
        return self._filled(page, unfilled, packed(places))

    def _filled(self, page: Page, unfilled: bytes, stands_on: bytes) -> tuple[bytes, Entry]:
        content, slots = filled(unfilled, self.press.site.assets)
        return content, Entry(page.made_from, digest_of(content), stands_on, slots)


def _read(file: StoredFile) -> bytes:
    """Read a stored file: what is published is what was looked at when the copy was taken in."""
    content = file.path.read_bytes()
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise FileChanged(f"{file.path.name} changed while the site was being built; build again")
    return content


def make(making: Making, place: int) -> Made:
    """Make the thing of a place: a task of the crew."""
    return making.make(place)
