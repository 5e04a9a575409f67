"""What a release shows of each fact-check, as lines of the ledger: kept with it, so that a deploy can compare."""

import msgspec

from plugins.core.model.ledger import LedgerLine
from plugins.core.resolve.ledger import line_of
from plugins.core.resolve.publication import Publication
from plugins.engine import digest_of

Shown = dict[str, bytes]
"""Id of a fact-check → digest of the line that the ledger has to have of it."""
_ENCODE = msgspec.msgpack.Encoder().encode


def shown(publication: Publication) -> bytes:
    """Give what a release of this publication shows, as bytes. What waits for its day, and drafts, it does not show."""
    entered = publication.ledger.keys() - publication.compared.keys()  # most are: their lines need not be made
    lines = (
        publication.ledger[check.id] if check.id in entered else line_of(check, publication)
        for check in publication.due()
    )
    return msgspec.msgpack.encode({line.id: digest(line) for line in lines})


def read(told: bytes) -> Shown:
    """Read these bytes; nothing is shown by a release that does not say."""
    return msgspec.msgpack.decode(told, type=Shown) if told else {}


def digest(line: LedgerLine) -> bytes:
    """Digest a line."""
    return digest_of(_ENCODE(line))
