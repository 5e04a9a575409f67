"""What lists show of fact-checks, and how that of all of them is held side by side."""

from array import array
from collections.abc import Mapping
from itertools import accumulate

import msgspec
from msgspec import Struct

from plugins.core.resolve.publication import FactCheck
from plugins.core.resolve.references import QUOTE, quotes_of

_PLACES = "Q"


class Listing(Struct, frozen=True, array_like=True, gc=False):
    """What lists show of a fact-check, and the pages of its sources; see `FactCheck` and `Brief`."""

    address: str
    title: str
    summary: str
    published: str
    updated: str
    as_of: str
    lang: str
    verdicts: tuple[str, ...]
    topics: tuple[str, ...]
    declared: int
    cited: str
    quoted: str
    """The quotes that its marks name, as references have them, a line each."""

    def cites(self, source_id: str) -> tuple[int, int]:
        """Give the number of a source, and how often it is cited."""
        _, _, rest = f" {self.cited}".partition(f" {source_id}:")
        number, _, uses = rest.partition(" ")[0].partition(":")
        return int(number), int(uses)

    def quotes(self, source_id: str, quote_id: str) -> bool:
        """Tell whether a mark of it names a quote of a source."""
        return f"{QUOTE}{source_id} {quote_id}" in self.quoted.split("\n")


_ENCODE = msgspec.msgpack.Encoder().encode
_DECODE = msgspec.msgpack.Decoder(Listing).decode


def listing_of(check: FactCheck) -> Listing:
    """Tell what lists show of a fact-check."""
    brief = check.brief
    return Listing(
        address=check.address,
        title=brief.title,
        summary=brief.summary,
        published=check.published,
        updated=check.updated,
        as_of=brief.as_of,
        lang=check.lang,
        verdicts=brief.verdicts,
        topics=check.topics,
        declared=brief.declared,
        cited=brief.cited,
        quoted="\n".join(quotes_of(brief.references)),
    )


class Listings:
    """The listings of fact-checks by id, packed.

    A process copies each page of memory that it touches of what it was forked with, and to look at an object of Python is to touch it.
    What is held of fact-checks lies scattered over all of the memory, and each process makes pages that show most of them.
    """

    def __init__(self, checks: Mapping[str, FactCheck]) -> None:
        """Pack them."""
        packed = [_ENCODE(listing_of(check)) for check in checks.values()]
        self._numbers = {name: number for number, name in enumerate(checks)}
        self._ends = array(_PLACES, accumulate(map(len, packed), initial=0))
        self._packed = memoryview(b"".join(packed))

    def __getitem__(self, factcheck_id: str) -> Listing:
        """Give one."""
        number = self._numbers[factcheck_id]
        return _DECODE(self._packed[self._ends[number] : self._ends[number + 1]])
