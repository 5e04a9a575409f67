"""What a release holds: its files, and what each was made from."""

import hashlib
from collections.abc import Mapping
from typing import cast

import msgspec
from msgspec import Raw, Struct

from plugins.engine import SIZE
from plugins.press.slots import Asset
from plugins.press.standing import FACT


class Entry(Struct, frozen=True, array_like=True, gc=False):
    """A file of a release: what it was made from, the digest of its bytes, the places of the facts that it stands on (uint32s)."""

    made_from: str
    content: bytes
    stands_on: bytes = b""
    slots: str = ""
    """Where it names theme files: see `slots.py`."""

    def is_of(self, content: bytes) -> bool:
        """Tell whether these are the bytes; a digest is a SHA-256, or the beginning of one."""
        return len(self.content) >= SIZE and hashlib.sha256(content).digest().startswith(self.content)


Files = dict[str, Entry]
Known = Entry | bytes
"""An entry, or one in one piece: thousands that were just made take less memory so (366 bytes, not 513, of 42,000 by `sys.getsizeof`), and nobody reads them before they are written."""
_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder(Entry).decode


def in_one_piece(entry: Entry) -> bytes:
    """Give an entry in one piece, as a manifest has it."""
    return _ENCODE(entry)


def entry_of(known: Known) -> Entry:
    """Give an entry that may be in one piece."""
    return _DECODE(known) if isinstance(known, bytes) else known


def to_write(known: Mapping[str, Known]) -> Files:
    """Give entries for a manifest that is only written: those in one piece go into it as they are."""
    files = {file: Raw(one) if isinstance(one, bytes) else one for file, one in known.items()}
    return cast("Files", files)


class Manifest(Struct, frozen=True, array_like=True):
    """The files of a release by path, and the engine that made them."""

    engine: bytes = b""
    files: Files = {}
    assets: dict[str, Asset] = {}
    """The theme files that its pages name."""
    facts: bytes = b""
    """All facts that held when it was made, each at its place (uint64s): see `standing.py`."""
    trusted: bool = True
    """Whether a new release may be made from its files as they lie there; if not, they are looked at first."""
    shown: bytes = b""
    """What it shows of each fact-check: see `shown.py`."""
    unlike: tuple[str, ...] = ()
    """The files in which the release before is another, those included that only one of the two has."""
    stamp: str = ""
    """What the system said of the manifest of that release: `unlike` is true while it says so."""
    theme: dict[str, int] = {}
    """The facts of its templates and theme files by name."""

    def __post_init__(self) -> None:
        """Refuse facts that cannot be read, so that nothing stands on them."""
        if len(self.facts) % FACT:
            raise ValueError("facts have eight bytes")


def differing(files: Files, others: Files) -> frozenset[str]:
    """Name the files in which two releases differ, those included that only one of them has."""
    same = (file for file, entry in files.items() if file in others and others[file].content == entry.content)
    return (files.keys() | others.keys()) - frozenset(same)
