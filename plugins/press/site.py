"""What a room is given to make pages from: the publication, and where it will stand."""

from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import FactCheck, Publication


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
    assets: dict[str, Asset]
    """Theme file (`style.css`) → its address and digest."""

    @property
    def root(self) -> str:
        """The path that addresses stand under: empty, or `/sub`."""
        return urlsplit(self.base).path

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
