"""What readers see is in the ledger: without that, an edit of it would be silent."""

from collections.abc import Iterator

from plugins.core.model.ledger import FOLDER
from plugins.core.problems import Finding, Spot
from plugins.core.resolve.ledger import as_due, held, is_ahead, line_of
from plugins.core.resolve.publication import FactCheck
from plugins.core.rules.review import Review

_FIX = "run `invoke publish`, and commit what it writes"


def check(review: Review) -> Iterator[Finding]:
    """Name each fact-check that is due and not in the ledger; where there is no ledger at all, that alone."""
    publication = review.publication
    if FOLDER in publication.copy.unread:
        return
    if not (publication.ledger or publication.copy.last_texts) and publication.due():
        message = f"This publication has no ledger yet: {publication.copy.folder}/{FOLDER}/ is empty."
        yield Finding(Spot(publication.copy.folder), "not-in-ledger", message, _FIX)
    for one in held(publication):
        yield from check_one(review, one)
    for name in publication.compared:
        yield from check_one(review, publication.factchecks[name])


def check_one(review: Review, check: FactCheck) -> Iterator[Finding]:
    """Look at one fact-check, be it published or held."""
    publication = review.publication
    one, copy = publication.compared.get(check.id), publication.copy
    if FOLDER in copy.unread:
        return
    forgotten = f"{FOLDER}/{check.first[:4]}/{check.id}.md" in copy.last_texts  # another rule tells of the lost line
    if one and one.line is None and not forgotten:
        message = "This is published and not in the ledger yet."
        yield Finding(Spot(check.path, ("id",)), "not-in-ledger", message, _FIX)
    line = publication.ledger.get(check.id) if check.standing == "held" else None
    if line and is_ahead(line, publication) and line != line_of(as_due(check), publication):
        message = "This was entered ahead, and is not as the ledger has it any more."
        yield Finding(Spot(check.path, ("id",)), "not-in-ledger", message, "run `invoke publish --ahead` again")
