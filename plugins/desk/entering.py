"""What `invoke publish` would enter into the ledger: a plan, as values; nothing is written here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from plugins.core.model.ledger import MASTHEAD, SOURCE_PAGES, TOPIC_PAGES, LedgerLine
from plugins.core.resolve.folded import folded
from plugins.core.resolve.last_text import LastText, digest_of, read, written
from plugins.core.resolve.ledger import as_due, called, entered_masthead, held, line_of
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.core.resolve.source_fields import as_shown
from plugins.intake.load import Loaded
from plugins.intake.shelf import Shelf


class Entering(Struct, frozen=True):
    """A fact-check to be entered, and why: the corrections that are new, where it was read before."""

    check: FactCheck
    corrections: tuple[str, ...] = ()
    before: str = ""
    """Its former address, if it moved."""
    withdrawn: bool = False
    also_at: tuple[str, ...] = ()
    """Addresses that lead to it for the first time."""


class Plan(Struct, frozen=True):
    """All that is to be entered; `files` are those that change: path below the folder of the copy → text."""

    new: tuple[Entering, ...]
    changed: tuple[Entering, ...]
    unchanged: int
    source_pages: tuple[str, ...]
    """Sources that have a page for the first time."""
    topics: tuple[str, ...]
    """Names of topics that the ledger does not know."""
    files: dict[str, str]
    """In the order in which they have to be written: a last text comes after its line, and what all share before the lines."""


def plan(loaded: Loaded, *, ahead: bool = False) -> Plan:
    """Compare the copy, which has no errors, with the ledger; `ahead` takes in what is held, too."""
    publication, shelf = loaded.publication, loaded.shelf
    ledger = publication.ledger
    checks = [*publication.due(), *(map(as_due, held(publication)) if ahead else ())]
    lines = {check.id: line_of(check, publication) for check in checks}
    differ = [check for check in checks if ledger.get(check.id) != lines[check.id]]
    known = [one for one in differ if one.id in ledger]
    pages = {one for one in publication.in_use if publication.has_page(one)}
    return Plan(
        new=tuple(Entering(one) for one in differ if one.id not in ledger),
        changed=tuple(_changed(one, ledger[one.id], lines[one.id], shelf) for one in known),
        unchanged=len(lines) - len(differ),
        source_pages=tuple(sorted(pages - publication.copy.source_pages)),
        topics=tuple(sorted(called(publication) - publication.copy.topic_pages)),
        files=dict(_files(checks, {**ledger, **lines}, pages, loaded)),
    )


def _changed(check: FactCheck, line: LedgerLine, now: LedgerLine, shelf: Shelf) -> Entering:
    corrections = shelf.whole(check.brief).header.corrections
    told = tuple(f"{one.kind} {one.id}" for one in corrections if one.id not in line.corrections)
    moved = line.addresses[-1] if line.addresses[-1] != check.address else ""
    also_at = tuple(one for one in now.addresses[:-1] if one not in line.addresses)
    return Entering(check, told, moved, now.withdrawn and not line.withdrawn, also_at)


def _files(
    checks: list[FactCheck], lines: dict[str, LedgerLine], pages: set[str], loaded: Loaded
) -> Iterator[tuple[str, str]]:
    """Give every file of the ledger that is not as it has to be; one that a stopped command left behind is among them."""
    publication, shelf = loaded.publication, loaded.shelf
    for file, text in _lists(lines, pages, publication).items():
        if text != shelf.text(_path(file, publication)):
            yield file, text
    for check in checks:
        line = lines[check.id]
        if not _is_sound(shelf.text(_path(line.last_text, publication)), line, check, publication):
            yield line.last_text, _last_text(check, publication, shelf)


def _lists(lines: dict[str, LedgerLine], pages: set[str], publication: Publication) -> dict[str, str]:
    """Give every file but the last texts."""
    copy = publication.copy
    years: dict[str, list[LedgerLine]] = defaultdict(list)
    for line in lines.values():
        years[line.file].append(line)
    return {
        MASTHEAD: _joined([msgspec.json.format(_json(entered_masthead(publication)))]),
        TOPIC_PAGES: _joined(sorted(called(publication) | copy.topic_pages)),
        SOURCE_PAGES: _joined(sorted(pages | copy.source_pages)),
        **{file: _joined(_json(line) for line in sorted(years[file], key=_id)) for file in sorted(years)},
    }


def _is_sound(content: str, line: LedgerLine, check: FactCheck, publication: Publication) -> bool:
    """Tell whether a last text is that of the line, and its sources those that are shown."""
    last = read(content)
    shown = LastText((), as_shown(check.brief.shown, publication.sources))
    return digest_of(last.text) == line.text and last.sources == read(written(shown)).sources


def _last_text(check: FactCheck, publication: Publication, shelf: Shelf) -> str:
    whole = shelf.whole(check.brief)
    text = folded(whole.header, whole.texts, whole.sources)
    return written(LastText(text, as_shown(check.brief.shown, publication.sources)))


def _path(file: str, publication: Publication) -> str:
    return f"{publication.copy.folder}/{file}"


def _json(one: Struct) -> str:
    return msgspec.json.encode(one).decode()


def _id(line: LedgerLine) -> str:
    return line.id


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def told(plan: Plan) -> Iterator[str]:
    """Tell an editor what would be entered, in lines."""
    for one in plan.new:
        yield f"new        {one.check.id}  {one.check.address}"
    for one in plan.changed:
        yield f"changed    {one.check.id}  {'; '.join(_why(one))}"
    for name in plan.source_pages:
        yield f"new page   {name}, a source that several fact-checks use: its address stays from now on"
    for name in plan.topics:
        yield f"new topic  {name}: its address stays from now on"
    if not plan.files:
        yield f"Nothing to enter: {plan.unchanged} in the ledger as they are."
    elif not (plan.new or plan.changed or plan.source_pages or plan.topics):
        yield f"Nothing to enter, but {len(plan.files)} file{'s' if len(plan.files) > 1 else ''} of the ledger to be put in order."
    else:
        yield f"{len(plan.new)} new, {len(plan.changed)} changed, {plan.unchanged} unchanged"


def _why(one: Entering) -> Iterator[str]:
    if one.corrections:
        yield f"correction{'s' if len(one.corrections) > 1 else ''}: {', '.join(one.corrections)}"
    if one.withdrawn:
        yield "withdrawn"
    if one.before:
        yield f"moved from {one.before} to {one.check.address}"
    if one.also_at:
        yield f"found at {', '.join(one.also_at)} too"
