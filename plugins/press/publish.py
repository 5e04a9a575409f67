"""Pages → the new release: render what changed, count, switch."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from plugins.press.digest import page_digest
from plugins.press.pages import Page, StoredFile
from plugins.press.release import Entry, Manifest, Releases
from plugins.press.render import Renderers


class Outcome(Struct, frozen=True):
    """What a build did, in numbers of files."""

    files: int
    rendered: int
    written: int
    removed: int

    def line(self) -> str:
        """Say it in a line."""
        if not self.written and not self.removed:
            return f"{self.files} files, nothing changed"
        return f"{self.files} files: {self.written} written, {self.removed} removed"


class SameAddress(Exception):
    """Two pages of ours have one address: a bug, not a fault of the copy."""


def publish(
    things: Iterable[Page | StoredFile], renderers: Renderers, engine: bytes, releases: Releases, *, full: bool = False
) -> Outcome:
    """Bring the output up to date; with `full`, render every page whatever the last release knows."""
    with releases.locked():
        shown = releases.current()
        before = releases.manifest(shown)
        known = {} if full else before
        manifest: Manifest = {}
        changed: dict[str, bytes | Path] = {}
        rendered = 0
        for thing in things:
            if thing.file in manifest:
                raise SameAddress(thing.address)
            entry, content = _entry(thing, renderers, engine, known.get(thing.file))
            rendered += content is not None and isinstance(thing, Page)
            manifest[thing.file] = entry
            if content is not None and (thing.file not in before or before[thing.file].content != entry.content):
                changed[thing.file] = content
        removed = len(before.keys() - manifest.keys())
        if changed or removed or shown is None:
            releases.switch(changed, manifest)
        elif manifest != before:
            releases.write_manifest(shown, manifest)
        return Outcome(len(manifest), rendered, len(changed), removed)


def _entry(
    thing: Page | StoredFile, renderers: Renderers, engine: bytes, known: Entry | None
) -> tuple[Entry, bytes | Path | None]:
    """Give a file's entry, and its content unless what it is made from is unchanged."""
    if isinstance(thing, StoredFile):
        digest = bytes.fromhex(thing.sha256)[:16]
        return Entry(digest, digest), (None if known and known.made_from == digest else thing.path)
    made_from = page_digest(thing, engine)
    if known and known.made_from == made_from:
        return known, None
    content = renderers.render(thing.template, thing.view)
    return Entry(made_from, hashlib.blake2b(content, digest_size=16).digest()), content
