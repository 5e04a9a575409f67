"""A file → what it gave, taken apart by when it is needed, with the problems that the file alone has."""

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from plugins.core import rules
from plugins.core.parse.file import parse_file
from plugins.core.parse.nouns import Draft, Parsed
from plugins.core.parse.text import decode
from plugins.core.resolve.apart import Apart, Brief, Whole, take_apart
from plugins.core.resolve.references import CLOSER
from plugins.core.resolve.source_fields import digests
from plugins.engine import digest_of

WHOLE, POINTERS, TEXT = range(3)
"""The parts that are kept by themselves: of a fact-check all that its page shows, and the draft without its HTML; of a
snapshot what can be read in it."""


class Taken(Struct, frozen=True, array_like=True):
    """What one file gave; of a fact-check the brief, in place of the draft."""

    parsed: Parsed
    brief: Brief | None = None
    shown: dict[str, bytes] = {}
    """What readers see of each source of the file, digested."""


_ENCODE = msgspec.msgpack.Encoder().encode
_TAKEN = msgspec.msgpack.Decoder(Taken)
_WHOLE = msgspec.msgpack.Decoder(Whole)
_DRAFT = msgspec.msgpack.Decoder(Draft)


def take(relative: str, path: str, content: bytes, digest: bytes, folder: str) -> tuple[Taken, Apart | None]:
    """Take a file in: `relative` is its path below the copy's folder, `path` and `folder` are as problems show them."""
    parsed = parse_file(relative, path, content)
    if parsed.draft is None:
        return Taken(parsed, None, digests(parsed.sources or {})), None
    found = rules.check_draft(parsed.draft, lambda: decode(path, content)[0], folder)
    apart = take_apart(parsed.draft, digest)
    return Taken(replace(parsed, draft=None, problems=(*parsed.problems, *found)), apart.brief), apart


def file_digest(relative: str, content: bytes) -> bytes:
    """Digest a file of the copy: what it gives hangs on its path below the folder, and on its content."""
    return digest_of(relative.encode() + b"\0" + content)


def pack(taken: Taken, apart: Apart | None) -> tuple[bytes, tuple[tuple[int, bytes], ...]]:
    """Encode what a file gave, and the parts that are not held, for the cache and for the way between processes."""
    parts = [(WHOLE, _ENCODE(apart.whole))] if apart else []
    if apart and CLOSER in apart.brief.references:  # rules will ask for it at each build
        parts.append((POINTERS, _ENCODE(apart.pointers)))
    return _ENCODE(taken), tuple(parts)


def unpack(gave: bytes) -> Taken:
    """Decode what a file gave."""
    return _TAKEN.decode(gave)


def unpack_whole(packed: bytes) -> Whole:
    """Decode all of a fact-check."""
    return _WHOLE.decode(packed)


def unpack_pointers(packed: bytes) -> Draft:
    """Decode a draft without its text."""
    return _DRAFT.decode(packed)
