"""The copy beside the ledger: what readers see now, and what they were last shown."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.model.ledger import LedgerLine
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.core.resolve.source_fields import combined


class Compared(Struct, frozen=True):
    """A fact-check that is not as the ledger has it."""

    check: FactCheck
    line: LedgerLine
    other_text: bool
    other_sources: bool


def compared(checks: Iterable[FactCheck], publication: Publication) -> Iterator[Compared]:
    """Give those whose text or sources readers see in another way than the ledger has them.

    Of one that names a source without a record the sources are left aside: another rule tells.
    """
    ledger, known = publication.ledger, publication.copy.shown
    for check in checks:
        brief = check.brief
        line = ledger.get(brief.id)
        if line is None:
            continue
        sources = combined(brief.shown, known)
        if line.text != brief.text or line.sources != sources:
            yield Compared(check, line, line.text != brief.text, sources not in {line.sources, ""})


def is_told(check: FactCheck, line: LedgerLine) -> bool:
    """Tell whether a correction, or the withdrawal, tells readers of a change since the ledger."""
    new = set(check.brief.corrections.split()).difference(line.corrections)
    return bool(new) or (check.standing == "withdrawn" and not line.withdrawn)


def former_addresses(check: FactCheck) -> list[str]:
    """Give the addresses that lead to a fact-check besides its own."""
    brief = check.brief
    slugs = (check.prefix + addresses.factcheck(slug) for slug in brief.slug_history)
    return list(dict.fromkeys((*map(addresses.former, brief.redirect_from), *slugs)))


def line_of(check: FactCheck, publication: Publication) -> LedgerLine:
    """Give the line that the ledger has to have of a fact-check now."""
    brief, line = check.brief, publication.ledger.get(check.id)
    before = (*(line.addresses if line else ()), *former_addresses(check))
    return LedgerLine(
        id=check.id,
        first=check.first,
        addresses=(*dict.fromkeys(one for one in before if one != check.address), check.address),
        text=brief.text,
        sources=combined(brief.shown, publication.copy.shown),
        corrections=tuple(brief.corrections.split()),
        withdrawn=check.standing == "withdrawn",
        guid=brief.guid,
    )


def unentered(publication: Publication) -> list[FactCheck]:
    """Give the fact-checks that wait for `invoke publish`: due and not in the ledger, corrected, withdrawn or moved since.

    In copy without errors no other change is possible.
    """
    ledger = publication.ledger
    return [check for check in publication.due() if _waits(check, ledger.get(check.id))]


def _waits(check: FactCheck, line: LedgerLine | None) -> bool:
    if line is None:
        return True
    brief = check.brief
    moved = line.addresses[-1] != check.address
    told = " ".join(line.corrections) != brief.corrections or line.withdrawn != (check.standing == "withdrawn")
    return moved or told or line.text != brief.text
