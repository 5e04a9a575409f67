"""What was published is not changed in silence: a correction says what was, what is now, and why."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct

from plugins.core.model.factcheck import Correction
from plugins.core.model.ledger import LedgerLine
from plugins.core.problems import Finding, Pointer, Spot
from plugins.core.resolve.corrections import unpack_corrections
from plugins.core.resolve.difference import Change, changes
from plugins.core.resolve.folded import Fields, folded
from plugins.core.resolve.last_text import LastText, digest_of, read
from plugins.core.resolve.ledger import is_newly_withdrawn, is_told, is_told_in_feeds
from plugins.core.resolve.publication import FactCheck, Publication
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
    yield from _labels(review)


def check_one(review: Review, check: FactCheck) -> Iterator[Finding]:
    """Find what of this is placed in the file of one fact-check."""
    one = _edited(check, review)
    if one and one.text:
        yield _of_text(one, review)
    elif one and one.sources and not _changed_sources(one, review):
        message = f"Its sources are not shown as they were when it was last published, and {_NOT_SAID}."
        yield Finding(Spot(check.path, ("sources",)), "silent-edit", message, _fix(check.id))
    yield from _corrections(check, review)
    yield from _verdicts(check, review)


def _edited(check: FactCheck, review: Review) -> _Edited | None:
    """Give a fact-check that was changed in silence."""
    one = review.publication.compared.get(check.id)
    if one is None or one.line is None or is_told(check, one.line):
        return None
    return _Edited(check, one.line, one.text, one.sources)


def _corrections(check: FactCheck, review: Review) -> Iterator[Finding]:
    """Name corrections that readers saw and that are gone, or say something else now."""
    line = review.publication.ledger.get(check.id)
    if line is None or not line.corrections:
        return
    now, told = unpack_corrections(check.brief.corrections), is_told_in_feeds(check, line)
    for name, shown in sorted(line.corrections.items()):
        if name not in now:
            message = f"The correction `{name}`, which readers were shown, is gone."
            yield Finding(Spot(check.path, ("corrections",)), "silent-edit", message, "put it back, with its id")
        elif now[name] != shown and not told:
            ids = [one.id for one in review.shelf.whole(check.brief).header.corrections]
            yield Finding(
                Spot(check.path, ("corrections", ids.index(name), "id") if name in ids else ("corrections",)),
                "silent-edit",
                f"The correction `{name}` is not what readers were shown: its date, its kind or its words differ.",
                "put it back as git has it; what was wrong about it is told by a new one, `substantial` or `update`",
            )


def _verdicts(check: FactCheck, review: Review) -> Iterator[Finding]:
    """Name verdicts that changed with corrections of which readers of feeds learn nothing."""
    one = review.publication.compared.get(check.id)
    if (
        one is None
        or one.line is None
        or not one.text
        or not is_told(check, one.line)
        or is_newly_withdrawn(check, one.line)
    ):
        return
    last = _last(one.line, review).text
    was = dict(last) if digest_of(last) == one.line.text else {}
    header = review.shelf.whole(check.brief).header
    new = [correction for correction in header.corrections if correction.id not in one.line.corrections]
    for place, claim in enumerate(header.claims):
        before = was.get(f"claims.{claim.id}.verdict", claim.verdict)
        if before != claim.verdict and not any(_tells(correction, claim.id) for correction in new):
            yield Finding(
                Spot(check.path, ("claims", place, "verdict")), "silent-edit",
                f"The verdict on `{claim.id}` was `{before}`, and the correction is of a kind that feeds do not tell of.",
                f"make it `kind: substantial`, or `kind: update` with `verdict_was: {{{claim.id}: {before}}}`",
            )  # fmt: skip


def _tells(correction: Correction, claim_id: str) -> bool:
    """Tell whether readers learn from a correction that the verdict on a claim changed."""
    return correction.kind == "substantial" or (correction.kind == "update" and claim_id in correction.verdict_was)


def _of_text(one: _Edited, review: Review) -> Finding:
    whole = review.shelf.whole(one.check.brief)
    last = _last(one.line, review).text
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


def _last(line: LedgerLine, review: Review) -> LastText:
    return read(review.shelf.text(f"{review.publication.copy.folder}/{line.last_text}"))


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
    before = dict(_last(one.line, review).sources)
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


def _labels(review: Review) -> Iterator[Finding]:
    """Name verdicts of the scale that are called otherwise now, with all fact-checks that do not tell of it."""
    publication = review.publication
    entered, folder = publication.copy.entered, publication.copy.folder
    for place, verdict in enumerate(publication.masthead.verdicts if entered else ()):
        before = entered.verdicts.get(verdict.id, {}) if entered else {}
        other = [(label, now) for lang, label in before.items() if (now := verdict.label_in(lang)) != label]
        ids = _untold(verdict.id, publication) if other else []
        if ids:
            shown = ", ".join(f"[-{label}-] {{+{now}+}}" for label, now in other)
            yield Finding(
                Spot(f"{folder}/publication.yaml", ("verdicts", place, "label")), "silent-edit",
                f"The verdict `{verdict.id}` is not called what readers were shown, and {_NOT_SAID}: {shown}. {_users(ids)}",
                "undo it, and add a verdict to the scale for what comes (`retired: true` ends this one); or add a correction to each",
            )  # fmt: skip


def _untold(verdict_id: str, publication: Publication) -> list[str]:
    """Name the published fact-checks with a verdict that no new correction goes with."""
    shown = [
        (one.id, one, publication.ledger.get(one.id)) for one in publication.due() if verdict_id in one.brief.verdicts
    ]
    return [name for name, check, line in shown if line is not None and not is_told(check, line)]
