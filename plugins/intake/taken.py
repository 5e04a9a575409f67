"""A file → what it gave, taken apart by when it is needed, with the problems that the file alone has."""

import msgspec
from msgspec import Struct

from plugins.core import rules
from plugins.core.model.publication import Masthead
from plugins.core.model.source import Publisher, Source
from plugins.core.parse.file import parse_file
from plugins.core.parse.nouns import Draft, Parsed, WrittenPage, WrittenTopic
from plugins.core.parse.text import decode
from plugins.core.problems import Problem
from plugins.core.resolve.apart import Brief, Whole, take_apart
from plugins.core.resolve.references import CLOSER
from plugins.engine import digest_of

WHOLE, POINTERS, TEXT = range(3)
"""The parts that are kept by themselves: of a fact-check all that its page shows, and its draft without the HTML; of a snapshot what can
be read in it."""


class Taken(Struct, frozen=True, array_like=True):
    """What one file gave: nouns of one kind, and problems."""

    path: str
    problems: tuple[Problem, ...] = ()
    brief: Brief | None = None
    page: WrittenPage | None = None
    topic: WrittenTopic | None = None
    sources: dict[str, Source] | None = None
    publishers: dict[str, Publisher] | None = None
    masthead: Masthead | None = None
    pending: bool = False
    """A draft whose header could not be read, but that says it is one."""

    @property
    def empty(self) -> bool:
        """Whether the file gave no noun."""
        return not (self.brief or self.page or self.topic or self.sources or self.publishers or self.masthead)


class Parts(Struct, frozen=True):
    """The parts of a fact-check that are not held."""

    whole: Whole
    pointers: Draft


_ENCODE = msgspec.msgpack.Encoder().encode
_TAKEN = msgspec.msgpack.Decoder(Taken)
_WHOLE = msgspec.msgpack.Decoder(Whole)
_DRAFT = msgspec.msgpack.Decoder(Draft)


def take(relative: str, path: str, content: bytes, digest: bytes, folder: str) -> tuple[Taken, Parts | None]:
    """Take a file in: `relative` is its path below the copy's folder, `path` and `folder` are as problems show them."""
    parsed = parse_file(relative, path, content)
    if parsed.draft is None:
        return _of(parsed, parsed.problems), None
    found = rules.check_draft(parsed.draft, lambda: decode(path, content)[0], folder)
    apart = take_apart(parsed.draft, digest)
    return _of(parsed, (*parsed.problems, *found), apart.brief), Parts(apart.whole, apart.pointers)


def file_digest(relative: str, content: bytes) -> bytes:
    """Digest a file of the copy: what it gives hangs on its path below the folder, and on its content."""
    return digest_of(relative.encode() + b"\0" + content)


def pack(taken: Taken, parts: Parts | None) -> tuple[bytes, tuple[tuple[int, bytes], ...]]:
    """Encode both, for the cache and for the way between processes."""
    packed = [(WHOLE, _ENCODE(parts.whole))] if parts else []
    if parts and taken.brief and CLOSER in taken.brief.references:  # rules will ask for it at each build
        packed.append((POINTERS, _ENCODE(parts.pointers)))
    return _ENCODE(taken), tuple(packed)


def unpack(gave: bytes) -> Taken:
    """Decode what a file gave."""
    return _TAKEN.decode(gave)


def unpack_whole(packed: bytes) -> Whole:
    """Decode all of a fact-check."""
    return _WHOLE.decode(packed)


def unpack_pointers(packed: bytes) -> Draft:
    """Decode a draft without its text."""
    return _DRAFT.decode(packed)


def _of(parsed: Parsed, problems: tuple[Problem, ...], brief: Brief | None = None) -> Taken:
    return Taken(
        parsed.path, problems, brief, parsed.page, parsed.topic, parsed.sources, parsed.publishers, parsed.masthead,
        parsed.pending,
    )  # fmt: skip
