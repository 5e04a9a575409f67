"""What lists show of fact-checks, and how that of all of them is held side by side."""

from array import array
from collections.abc import Iterable, Mapping
from itertools import accumulate

import msgspec
from msgspec import Struct

from plugins.core.resolve.publication import FactCheck, Outline
from plugins.core.resolve.references import QUOTE, quotes_of

_PLACES = "Q"


class Listing(Struct, frozen=True, array_like=True, gc=False):
    """What lists show of a fact-check, and the pages of its sources; see `FactCheck` and `Brief`."""

    address: str
    title: str
    summary: str
    published: str
    updated: str
    first: str
    day: str
    as_of: str
    lang: str
    verdicts: tuple[str, ...]
    topics: tuple[str, ...]
    declared: int
    cited: str
    quoted: str
    """The quotes that its marks name, as references have them, a line each."""
    claimants: str

    @property
    def outline(self) -> Outline:
        """What is counted of it."""
        return Outline(self.published, self.updated, self.day, self.cited, self.claimants)

    def cites(self, source_id: str) -> tuple[int, int]:
        """Give the number of a source, and how often it is cited."""
        _, _, rest = f" {self.cited}".partition(f" {source_id}:")
        number, _, uses = rest.partition(" ")[0].partition(":")
        return int(number), int(uses)

    def quotes(self, source_id: str, quote_id: str) -> bool:
        """Tell whether a mark of it names a quote of a source."""
        return f"{QUOTE}{source_id} {quote_id}" in self.quoted.split("\n")


class Shelved(Struct, frozen=True, array_like=True, gc=False):
    """What the rest of a fact-check is fetched by; see `Filed`."""

    path: str
    digest: bytes


_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder(Listing).decode
_DECODE_SHELVED = msgspec.msgpack.Decoder(Shelved).decode


def listing_of(check: FactCheck) -> Listing:
    """Tell what lists show of a fact-check."""
    brief = check.brief
    return Listing(
        address=check.address,
        title=brief.title,
        summary=brief.summary,
        published=check.published,
        updated=check.updated,
        first=check.first,
        day=check.day,
        as_of=brief.as_of,
        lang=check.lang,
        verdicts=brief.verdicts,
        topics=check.topics,
        declared=brief.declared,
        cited=brief.cited,
        quoted="\n".join(quotes_of(brief.references)),
        claimants=brief.claimants,
    )


class Listings:
    """The listings of fact-checks by id, packed.

    A process copies each page of memory that it touches of what it was forked with, and to look at an object of Python is to touch it.
    What is held of fact-checks lies scattered over all of the memory, and each process makes pages that show most of them.
    """

    def __init__(self, checks: Mapping[str, FactCheck]) -> None:
        """Pack them."""
        self._numbers = {name: number for number, name in enumerate(checks)}
        self._listings = _Packed(_ENCODE(listing_of(check)) for check in checks.values())
        self._filed = _Packed(_ENCODE(Shelved(check.path, check.brief.digest)) for check in checks.values())

    def __getitem__(self, factcheck_id: str) -> Listing:
        """Give one."""
        return _DECODE(self._listings[self._numbers[factcheck_id]])

    def number(self, factcheck_id: str) -> int | None:
        """Give the number of a fact-check among all, from 0; none for another name."""
        return self._numbers.get(factcheck_id)

    def filed(self, factcheck_id: str) -> Shelved:
        """Give what the rest of a fact-check is fetched by."""
        return _DECODE_SHELVED(self._filed[self._numbers[factcheck_id]])


class _Packed:
    """Bytes side by side, by number."""

    def __init__(self, given: Iterable[bytes]) -> None:
        pieces = [*given]
        self._ends = array(_PLACES, accumulate(map(len, pieces), initial=0))
        self._all = memoryview(b"".join(pieces))

    def __getitem__(self, number: int) -> memoryview:
        return self._all[self._ends[number] : self._ends[number + 1]]
