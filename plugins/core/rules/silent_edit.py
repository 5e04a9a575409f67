"""What was published is not changed in silence: a correction says what was, what is now, and why."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from plugins.core.model.ledger import LedgerLine
from plugins.core.problems import Finding, Pointer, Spot
from plugins.core.resolve.difference import Change, changes
from plugins.core.resolve.folded import Fields, folded
from plugins.core.resolve.last_text import LastText, read
from plugins.core.resolve.ledger import is_told
from plugins.core.resolve.publication import FactCheck
from plugins.core.resolve.source_fields import as_shown
from plugins.core.rules.review import Review

SHOWN = 2
"""So many differences are shown; the others are counted."""
NAMED = 20
"""So many of the fact-checks that show a source are named."""
_NOT_SAID = "no correction says so"


class _Edited(Struct, frozen=True):
    check: FactCheck
    line: LedgerLine
    text: bool
    sources: bool


def check(review: Review) -> Iterator[Finding]:
    """Compare what readers see with what the ledger says they were shown."""
    checks, showing = review.publication.factchecks, defaultdict[tuple[str, Change], list[str]](list)
    for name in review.publication.compared:
        yield from check_one(review, checks[name])
        one = _edited(checks[name], review)
        for source_id, change in _changed_sources(one, review) if one and one.sources else ():
            showing[source_id, change].append(name)
    yield from _of_sources(showing, review)


def check_one(review: Review, check: FactCheck) -> Iterator[Finding]:
    """Find what of this is placed in the file of one fact-check."""
    one = _edited(check, review)
    if one and one.text:
        yield _of_text(one, review)
    elif one and one.sources and not _changed_sources(one, review):
        message = f"Its sources are not shown as they were when it was last published, and {_NOT_SAID}."
        yield Finding(Spot(check.path, ("sources",)), "silent-edit", message, _fix(check.id))
    yield from _gone(check, review)


def _edited(check: FactCheck, review: Review) -> _Edited | None:
    """Give a fact-check that was changed in silence."""
    one = review.publication.compared.get(check.id)
    if one is None or one.line is None or is_told(check, one.line):
        return None
    return _Edited(check, one.line, one.text, one.sources)


def _gone(check: FactCheck, review: Review) -> Iterator[Finding]:
    """Name corrections that readers saw and that are not there any more."""
    line = review.publication.ledger.get(check.id)
    if line is None or not line.corrections:
        return
    for name in sorted(set(line.corrections).difference(check.brief.corrections.split())):
        yield Finding(
            Spot(check.path, ("corrections",)), "silent-edit",
            f"The correction `{name}`, which readers were shown, is gone.", "put it back, with its id",
        )  # fmt: skip


def _of_text(one: _Edited, review: Review) -> Finding:
    whole = review.shelf.whole(one.check.brief)
    last = _last(one, review).text
    found = changes(last, folded(whole.header, whole.texts, whole.sources)) if last else ()
    spot = _spot(one.check, found[0], review) if found else Spot(one.check.path, ("title",))
    message = f"This is not what readers were shown when it was last published, and {_NOT_SAID}{_listed(found)}."
    return Finding(spot, "silent-edit", message, _fix(one.check.id))


def _fix(name: str) -> str:
    return f"add a correction (`invoke correct {name}`), or undo the change"


def _listed(found: tuple[Change, ...]) -> str:
    if not found:
        return ""
    shown = "; ".join(f"`{one.field}`: {one.shown}" for one in found[:SHOWN])
    more = len(found) - SHOWN
    return f": {shown}" + (f"; and {more} more place{'s' if more > 1 else ''}" if more > 0 else "")


def _last(one: _Edited, review: Review) -> LastText:
    return read(review.shelf.text(f"{review.publication.copy.folder}/{one.line.last_text}"))


def _spot(check: FactCheck, change: Change, review: Review) -> Spot:
    """Find the field; in the body, the words themselves if they stand there as the page shows them."""
    if change.field != "body":
        return Spot(check.path, _pointer(check, change.field, review))
    body = review.shelf.body(check.brief)
    tries = (re.search(r"\s+".join(map(re.escape, words)), body) for words in change.words)
    return Spot(check.path, ("body",), next((found.start() for found in tries if found), None))


def _pointer(check: FactCheck, field: str, review: Review) -> Pointer:
    """Lead to a field of the header: in the ledger a claim goes by its id."""
    first, *rest = field.split(".")
    if first == "claims":
        ids = [claim.id for claim in review.shelf.whole(check.brief).header.claims]
        return (first, ids.index(rest[0]), *rest[1:]) if rest[0] in ids else (first,)
    return (first, *(int(one) if one.isdigit() else one for one in rest))


def _of_sources(showing: dict[tuple[str, Change], list[str]], review: Review) -> Iterator[Finding]:
    """Name each source that is shown in another way, with all who show it."""
    paths = {source_id: path for path, source_id, _ in reversed(review.publication.copy.sources)}
    for (source_id, change), ids in showing.items():
        message = f"This source is not what readers were shown, and {_NOT_SAID}: `{change.field}`: {change.shown}. {_users(ids)}"
        fix = f"add a correction to each (`invoke correct --source {source_id}`), or undo the change"
        yield Finding(Spot(paths[source_id], _in_record(source_id, change, review)), "silent-edit", message, fix)


def _changed_sources(one: _Edited, review: Review) -> list[tuple[str, Change]]:
    now = dict(as_shown(one.check.brief.shown, review.publication.sources))
    before = dict(_last(one, review).sources)
    both = [name for name in now if name in before]
    pairs = ((name, changes(_fields(before[name]), _fields(now[name]))) for name in both)
    return list(chain.from_iterable(((name, change) for change in found) for name, found in pairs))


def _fields(lines: str) -> Fields:
    """Read the lines `field: text` of a source."""
    parts = (line.partition(": ") for line in lines.split("\n"))
    return tuple((name, text) for name, _, text in parts)


def _in_record(source_id: str, change: Change, review: Review) -> Pointer:
    name, _, quote_id = change.field.partition(" ")
    if not quote_id:
        return (source_id, name)
    ids = [quote.id for quote in review.publication.sources[source_id].quotes]
    return (source_id, "quotes", ids.index(quote_id), "text") if quote_id in ids else (source_id, "quotes")


def _users(ids: list[str]) -> str:
    named = ", ".join(f"`{one}`" for one in ids[:NAMED])
    more = f" and {len(ids) - NAMED} more" if len(ids) > NAMED else ""
    return f"{'This fact-check shows' if len(ids) == 1 else 'These fact-checks show'} it: {named}{more}."
