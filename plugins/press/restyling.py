"""What stands but for the theme: pages whose facts all hold, except those of templates and theme files.

What such a page stands on is known. If only theme files fell, its bytes of today are those of the last release with other addresses,
and its view is not made.
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plugins.engine import digest_of
from plugins.press.manifest import Entry
from plugins.press.slots import Assets, refilled
from plugins.press.standing import Ground, unpacked


class Restyling(Struct, frozen=True):
    """The last release, and which facts of the theme are others now; a new one is at the place of the old."""

    folder: Path
    """Where the release lies."""
    before: Assets
    now: Assets
    theme: frozenset[int]
    """The places of those of templates and theme files."""
    addresses: frozenset[int]
    """The places of those of theme files, of which pages show nothing but the address."""
    fallen: frozenset[int]
    """The places of all facts that fell."""

    def fell(self, entry: Entry) -> frozenset[int]:
        """Give the places of the facts that fell of those that a page stands on."""
        return self.fallen.intersection(unpacked(entry.stands_on))

    def again(self, file: str, entry: Entry) -> tuple[bytes, Entry] | None:
        """Give a page with the addresses of today; `None` if it is not as the release left it."""
        try:
            content = (self.folder / file).read_bytes()
        except OSError:
            return None
        now = refilled(content, entry.slots, self.before, self.now) if digest_of(content) == entry.content else None
        return None if now is None else (now, replace(entry, content=digest_of(now)))


def heirs(before: Mapping[str, int], now: Mapping[str, int]) -> dict[int, int]:
    """Give, for each fact of the theme that is another now, the new one: it gets its place."""
    return {fact: now[name] for name, fact in before.items() if now.get(name, fact) != fact}


def restyling(folder: Path, before: Assets, now: Assets, ground: Ground, theme: Mapping[str, int]) -> Restyling:
    """Compare the theme files of a release with those of today; the facts of the theme by name stand in `ground`."""
    named = ground.inherited.intersection(ground.places[theme[f"asset {name}"]] for name in now)
    return Restyling(folder, before, now, ground.inherited, named, frozenset(ground.fallen.values()))
