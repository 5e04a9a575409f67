"""A page that stands but for the addresses of theme files → its bytes with those of today, made without its view."""

from array import array
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plugins.engine import digest_of
from plugins.press.facts import fact_of_asset
from plugins.press.manifest import Entry
from plugins.press.slots import Assets, refilled


class Restyling(Struct, frozen=True):
    """The last release, and which theme files are others now."""

    folder: Path
    """Where the release lies."""
    before: Assets
    now: Assets
    changed: Mapping[int, int]
    """The fact of each such file before → now."""

    def fits(self, entry: Entry, facts: frozenset[int]) -> bool:
        """Tell whether nothing that a page stands on changed but such files; `facts` are those of today."""
        if not self.changed:
            return False
        gone = set(array("Q", entry.stands_on)) - facts
        return bool(gone) and self.changed.keys() >= gone

    def again(self, file: str, entry: Entry) -> tuple[bytes, Entry] | None:
        """Give a page with the addresses of today; `None` if it is not as the release left it."""
        try:
            content = (self.folder / file).read_bytes()
        except OSError:
            return None
        now = refilled(content, entry.slots, self.before, self.now) if digest_of(content) == entry.content else None
        if now is None:
            return None
        facts = array("Q", (self.changed.get(fact, fact) for fact in array("Q", entry.stands_on)))
        return now, replace(entry, content=digest_of(now), stands_on=facts.tobytes())


def restyling(folder: Path, before: Assets, now: Assets) -> Restyling:
    """Compare the theme files of a release with those of today."""
    others = [name for name, asset in before.items() if name in now and now[name] != asset]
    changed = {fact_of_asset(name, before[name].sha256): fact_of_asset(name, now[name].sha256) for name in others}
    return Restyling(folder, before, now, changed)
