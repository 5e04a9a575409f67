"""What data files and topics tell of a fact-check beyond its brief: packed, since ten thousand of them are held at all times."""

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from plugins.core.model.factcheck import Claim, Header
from plugins.core.parse.finish import plain
from plugins.core.resolve.citations import CitedSource, CitedText


class NumberedSource(Struct, frozen=True, array_like=True):
    """A source under its number: how often it is cited there, and the part it plays."""

    number: int
    id: str
    times: int
    stance: str
    primary: bool


class Extract(Struct, frozen=True, array_like=True):
    """The reasons of claims are plain: without marks, without HTML."""

    authors: tuple[str, ...]
    """Ids of people."""
    bottom_line: CitedText | None
    superseded: bool
    """Whether it names a newer fact-check that takes its place."""
    claims: tuple[Claim, ...]
    """With plain reasons (`because`), without who was asked."""
    sources: tuple[NumberedSource, ...]
    """In the order of their numbers."""
    consulted: tuple[str, ...]
    """Ids of sources that were read, not cited."""

    def named_sources(self) -> list[str]:
        """Give the ids of all sources that it names, each once, those under a number first."""
        where = (one for claim in self.claims for one in claim.where if ":" not in one)
        return list(dict.fromkeys((*(one.id for one in self.sources), *self.consulted, *where)))


_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder(Extract).decode


def pack_extract(header: Header, texts: dict[str, CitedText], sources: tuple[CitedSource, ...]) -> bytes:
    """Extract, and pack."""
    extract = Extract(
        authors=header.authors,
        bottom_line=texts.get("bottom_line"),
        superseded=bool(header.superseded_by),
        claims=tuple(
            replace(claim, because=plain_text(texts, f"claims.{index}.because"), contacted=())
            for index, claim in enumerate(header.claims)
        ),
        sources=tuple(
            NumberedSource(one.number, one.id, one.uses, one.use.stance or "", one.use.primary) for one in sources
        ),
        consulted=header.also_consulted,
    )
    return _ENCODE(extract)


def unpack_extract(packed: bytes) -> Extract:
    """Give what was packed."""
    return _DECODE(packed)


def plain_text(texts: dict[str, CitedText], field: str) -> str:
    """Give a text of a fact-check as plain text; empty when there is none."""
    text = texts.get(field)
    return plain(text.html) if text else ""
