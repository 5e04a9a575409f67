"""A page that stands but for the addresses of theme files → its bytes with those of today, made without its view."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plugins.engine import digest_of
from plugins.press.facts import fact_of_asset
from plugins.press.manifest import Entry
from plugins.press.slots import Assets, refilled
from plugins.press.standing import Ground, packed, unpacked


class Restyling(Struct, frozen=True):
    """The last release, and which theme files are others now."""

    folder: Path
    """Where the release lies."""
    before: Assets
    now: Assets
    changed: Mapping[int, int]
    """The place of the fact of each such file before → now."""
    fallen: frozenset[int]
    """The places of all facts that fell."""

    def fits(self, entry: Entry) -> bool:
        """Tell whether nothing that a page stands on changed but such files."""
        if not self.changed:
            return False
        gone = self.fallen.intersection(unpacked(entry.stands_on))
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
        places = packed(self.changed.get(place, place) for place in unpacked(entry.stands_on))
        return now, replace(entry, content=digest_of(now), stands_on=places)


def restyling(folder: Path, before: Assets, now: Assets, ground: Ground) -> Restyling:
    """Compare the theme files of a release with those of today, whose facts stand in `ground`."""
    others = [name for name, asset in before.items() if name in now and now[name] != asset]
    facts = ((fact_of_asset(name, before[name].sha256), fact_of_asset(name, now[name].sha256)) for name in others)
    changed = {ground.fallen[was]: ground.places[one] for was, one in facts if was in ground.fallen}
    return Restyling(folder, before, now, changed, frozenset(ground.fallen.values()))
