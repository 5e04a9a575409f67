"""The copy beside the ledger: what readers see now, and what they were last shown."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec.structs import replace

from plugins.core import addresses
from plugins.core.model.ledger import Compared, EnteredMasthead, LedgerLine
from plugins.core.model.publication import Masthead
from plugins.core.model.worded import Worded
from plugins.core.resolve import dates
from plugins.core.resolve.corrections import unpack_corrections
from plugins.core.resolve.events import WITHDRAWN, unpack_events
from plugins.core.resolve.publication import PENDING, FactCheck, Publication
from plugins.core.resolve.source_fields import Digests, combined


def compared(checks: Iterable[FactCheck], ledger: Mapping[str, LedgerLine], known: Digests) -> dict[str, Compared]:
    """Give, by id, what readers see in another way than the ledger has it; nothing where there is no ledger.

    Of a fact-check that names a source without a record the sources are left aside: another rule tells.
    """
    found: dict[str, Compared] = {}
    for check in checks if ledger else ():
        brief = check.brief
        line = ledger.get(brief.id)
        if check.standing in PENDING:
            continue
        if line is None:
            found[brief.id] = Compared(None)
            continue
        sources = combined(brief.shown, known)
        if line.text != brief.text or line.sources != sources or not _rest_stands(check, line):
            found[brief.id] = Compared(line, line.text != brief.text, sources not in {line.sources, ""})
    return found


def _rest_stands(check: FactCheck, line: LedgerLine) -> bool:
    """Tell whether addresses, corrections, withdrawal and guid are what they were."""
    brief, others = check.brief, line.addresses[:-1]
    return (
        line.addresses[-1] == check.address
        and (not others or set(others) == set(former_addresses(check)))
        and bool(others) == bool(brief.slug_history or brief.redirect_from)
        and line.corrections == unpack_corrections(brief.corrections)
        and line.withdrawn == (check.standing == "withdrawn")
        and line.guid == brief.guid
    )


def is_told(check: FactCheck, line: LedgerLine) -> bool:
    """Tell whether a correction, or the withdrawal, tells readers of a change since the ledger."""
    new = unpack_corrections(check.brief.corrections).keys() - line.corrections.keys()
    return bool(new) or is_newly_withdrawn(check, line)


def is_told_in_feeds(check: FactCheck, line: LedgerLine) -> bool:
    """Tell whether an event, which readers of feeds are told too, is newer than the ledger."""
    told = {one.id for one in unpack_events(check.brief.events)} - {WITHDRAWN}
    return not told <= line.corrections.keys() or is_newly_withdrawn(check, line)


def is_newly_withdrawn(check: FactCheck, line: LedgerLine) -> bool:
    """Tell whether a fact-check was withdrawn since the ledger."""
    return check.standing == "withdrawn" and not line.withdrawn


def former_addresses(check: FactCheck) -> list[str]:
    """Give the addresses that lead to a fact-check besides its own."""
    brief = check.brief
    if not brief.redirect_from and not brief.slug_history:
        return []
    slugs = (check.prefix + addresses.factcheck(slug) for slug in brief.slug_history)
    return list(dict.fromkeys((*map(addresses.former, brief.redirect_from), *slugs)))


def line_of(check: FactCheck, publication: Publication) -> LedgerLine:
    """Give the line that the ledger has to have of a fact-check now."""
    brief, line, address = check.brief, publication.ledger.get(check.id), check.address
    before = (*(line.addresses if line else ()), *former_addresses(check))
    return LedgerLine(
        id=check.id,
        first=check.first,
        addresses=(*dict.fromkeys([one for one in before if one != address]), address),
        text=brief.text,
        sources=combined(brief.shown, publication.copy.shown),
        corrections=unpack_corrections(brief.corrections),
        withdrawn=check.standing == "withdrawn",
        guid=brief.guid,
    )


def held(publication: Publication) -> list[FactCheck]:
    """Give the fact-checks that are held, in order of path."""
    both = (*publication.factchecks.values(), *publication.pending.values())
    return sorted((check for check in both if check.standing == "held"), key=_path)


def as_due(check: FactCheck) -> FactCheck:
    """Give a held fact-check as it will stand when it falls due."""
    return replace(check, standing="public" if check.brief.status == "published" else check.brief.status)


def _path(check: FactCheck) -> str:
    return check.path


def is_ahead(line: LedgerLine, publication: Publication) -> bool:
    """Tell whether a fact-check was entered before it falls due: readers have not seen it."""
    return dates.later(line.first, publication.now)


def holds_until(publication: Publication) -> datetime:
    """Give the moment until which the same copy gives the same pages and problems.

    That is midnight, or sooner if one falls due, or should have by the ledger, in which it was entered ahead.
    """
    midnight = dates.end_of(publication.today, dates.zone_or_utc(publication.masthead.timezone))
    waiting = held(publication)
    lines = [line for one in waiting if (line := publication.ledger.get(one.id)) and is_ahead(line, publication)]
    moments = [*(one.published for one in waiting), *(line.first for line in lines)]
    return min([midnight, *map(datetime.fromisoformat, moments)])


def entered_masthead(publication: Publication) -> EnteredMasthead:
    """Give what the ledger has to have of the whole publication now; a verdict that left the scale stays in it."""
    masthead, before = publication.masthead, publication.copy.entered
    scale = {verdict.id: labels(verdict.label, masthead) for verdict in masthead.verdicts}
    known = {**before.verdicts, **scale} if before else scale
    return EnteredMasthead(masthead.tag_authority, dict(sorted(known.items())))


def labels(label: Worded, masthead: Masthead) -> dict[str, str]:
    """Give a label by language; one that is written once is in the first language."""
    return {masthead.lang: label} if isinstance(label, str) else dict(sorted(label.items()))


def called(publication: Publication) -> set[str]:
    """Give every name that leads to a topic: its id, and what it was called before."""
    topics = publication.topics
    return {*topics, *(alias for topic in topics.values() for alias in topic.aliases)}


def unentered(publication: Publication) -> list[FactCheck]:
    """Give the fact-checks that wait for `invoke publish`: due and not in the ledger, corrected, withdrawn or moved since.

    In copy without errors no other change is possible.
    """
    if not publication.ledger:
        return publication.due()
    return [publication.factchecks[name] for name in publication.compared]


def idle_pages(publication: Publication) -> list[str]:
    """Give the sources that keep their page though no fact-check cites them any more."""
    return sorted((publication.copy.source_pages & publication.sources.keys()).difference(publication.uses))
