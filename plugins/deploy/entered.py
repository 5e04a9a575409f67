"""The release beside the ledger: what readers would see, and what the ledger has, so that no later build can change it in silence."""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from plugins.core.model.ledger import LedgerLine
from plugins.core.resolve.publication import Publication
from plugins.press import shown


class Differing(Struct, frozen=True):
    """A fact-check that a release does not show as the ledger has it; `path` is that of its file, if it has one."""

    id: str
    path: str
    is_copy: bool
    """Whether the release shows it as the copy has it now: so the ledger lacks it, else the release is another one."""


def differing(told: bytes, publication: Publication) -> Iterator[Differing]:
    """Compare what a release shows (`told`: see `press/shown.py`) with the ledger.

    The ledger may know what is published later than now; whatever the release shows, the ledger has to have.
    """
    has, ledger = shown.read(told), publication.ledger
    wanted = {one: shown.digest(line) for one, line in ledger.items() if one in has or _is_due(line, publication)}
    unlike = sorted(one for one in has.keys() | wanted.keys() if has.get(one) != wanted.get(one))
    copy = shown.read(shown.shown(publication)) if unlike else {}
    for one in unlike:
        check = publication.factchecks.get(one)
        yield Differing(one, check.path if check else "", one in has and has[one] == copy.get(one))


def _is_due(line: LedgerLine, publication: Publication) -> bool:
    return datetime.fromisoformat(line.first) <= datetime.fromisoformat(publication.now)
