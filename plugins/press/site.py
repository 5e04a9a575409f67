"""What a room is given to make pages from: the publication, and where it will stand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from plugins.core import addresses
from plugins.core.resolve.publication import FactCheck, Publication

T = TypeVar("T")


class Asset(Struct, frozen=True):
    """A theme file: the address that it is published at, and its SHA-256."""

    address: str
    sha256: str


class Site(Struct, frozen=True):
    """The publication, its base address without final slash, its folder of copy, its theme."""

    publication: Publication
    base: str
    folder: Path
    theme: Path
    root: str
    """The path that addresses stand under: empty, or `/sub`."""
    assets: dict[str, Asset]
    """Theme file (`style.css`) → its address and digest."""
    made: dict[tuple[str, ...], Any] = field(default_factory=dict)
    """Parts of views that are made already; see `once`."""

    def once(self, part: tuple[str, ...], make: Callable[[], T]) -> T:
        """Make a part that many views share (a source, a card) when it is first asked for, and keep it."""
        if part not in self.made:
            self.made[part] = make()
        known: T = self.made[part]
        return known

    def here(self, address: str) -> str:
        """Give an address as a link on a page has it."""
        return self.root + address

    def absolute(self, address: str) -> str:
        """Give an address as feeds, canonical links and data have it."""
        return self.base + address

    def of(self, check: FactCheck) -> str:
        """Give the address of a fact-check."""
        if check.standing in {"draft", "held"}:
            return addresses.draft(check.id)
        return addresses.factcheck(check.slug)

    def picture(self, file: str) -> str:
        """Give the address of a picture of the copy."""
        return addresses.picture(file, self.publication.copy.files.get(file, ""))
