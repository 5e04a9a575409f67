"""Editorial rules: one a file, named as the one code that it gives.

A rule is `check_draft(draft) → findings` where a fact-check alone tells, `check(review) → findings` where it takes the
publication; some are both.
"""

from collections.abc import Callable, Iterable, Iterator

from plugins.core.codes import CODES
from plugins.core.parse.locate import FileMap
from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Problem, Severity
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.core.rules import (
    bad_ledger,
    bad_slug,
    changed_address,
    claim_review,
    claimant,
    correction_order,
    date_order,
    dated_ahead,
    dead_link,
    duplicate_address,
    duplicate_id,
    duplicate_slug,
    empty_body,
    empty_publication,
    lonely_tag,
    missing_alt,
    missing_picture,
    new_publisher,
    no_sources,
    not_in_ledger,
    number_order,
    plain_title,
    repeated_mark,
    repeated_source,
    review_due,
    silent_edit,
    snapshot,
    source_place,
    stale_translation,
    terms_found,
    terms_unchecked,
    topic_cycle,
    topic_dates,
    unknown_code,
    unknown_factcheck,
    unknown_page,
    unknown_person,
    unknown_quote,
    unknown_source,
    unknown_source_id,
    unknown_tag,
    unknown_timezone,
    unknown_topic,
    unknown_verdict,
    untraced_claim,
    unused_source,
    vanished_id,
    withdrawal,
)
from plugins.core.rules.review import Review

OF_A_DRAFT: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    duplicate_id.check_draft,
    source_place.check_draft,
    empty_body.check_draft,
    no_sources.check_draft,
    unknown_source.check_draft,
    unused_source.check_draft,
    repeated_source.check_draft,
    repeated_mark.check_draft,
    number_order.check_draft,
    claimant.check_draft,
    untraced_claim.check_draft,
    withdrawal.check_draft,
    correction_order.check_draft,
    missing_alt.check_draft,
    plain_title.check_draft,
)
"""What can be told from a fact-check alone; found once, when its file is read."""

RULES: tuple[Callable[[Review], Iterator[Finding]], ...] = (
    empty_publication.check,
    unknown_timezone.check,
    unknown_code.check,
    unknown_page.check,
    duplicate_id.check,
    duplicate_slug.check,
    bad_slug.check,
    duplicate_address.check,
    source_place.check,
    new_publisher.check,
    snapshot.check,
    unknown_source_id.check,
    unknown_source.check,
    unknown_quote.check,
    unknown_topic.check,
    topic_cycle.check,
    topic_dates.check,
    unknown_person.check,
    unknown_verdict.check,
    claim_review.check,
    unknown_factcheck.check,
    date_order.check,
    dated_ahead.check,
    terms_found.check,
    terms_unchecked.check,
    dead_link.check,
    missing_picture.check,
    missing_alt.check,
    plain_title.check,
    stale_translation.check,
    review_due.check,
    lonely_tag.check,
    unknown_tag.check,
    bad_ledger.check,
    silent_edit.check,
    vanished_id.check,
    changed_address.check,
    not_in_ledger.check,
)
"""All that take the publication, in the order in which an editor thinks of them; problems are sorted by place anyhow."""

_OF_ONE = (silent_edit.check_one, changed_address.check_one, not_in_ledger.check_one)
REJUDGED = frozenset({"silent-edit", "changed-address", "not-in-ledger"})
"""What hangs on a fact-check and on its line of the ledger alone, so that it is found again after each edit."""


def check_draft(draft: Draft, text: Callable[[], str], folder: str) -> list[Problem]:
    """Run the rules of a draft alone; `text` gives that of its file, `folder` is the copy's as problems show it."""
    found = [finding for rule in OF_A_DRAFT for finding in rule(draft)]
    if not found:
        return []
    places = FileMap(draft.path, text(), folder)
    return [_problem(finding, places) for finding in found]


def check(review: Review) -> list[Problem]:
    """Run every rule of the publication."""
    maps: dict[str, FileMap] = {}
    problems = []
    for rule in RULES:
        for finding in rule(review):
            path = finding.spot.path
            if path not in maps:
                maps[path] = FileMap(path, review.shelf.text(path), review.publication.copy.folder)
            problems.append(_problem(finding, maps[path]))
    return problems


def check_edited(review: Review, check: FactCheck) -> list[Problem]:
    """Find what `REJUDGED` tells of a fact-check."""
    found = [finding for rule in _OF_ONE for finding in rule(review, check)]
    if not found:
        return []
    places = FileMap(check.path, review.shelf.text(check.path), review.publication.copy.folder)
    return [_problem(finding, places) for finding in found]


def _problem(finding: Finding, places: FileMap) -> Problem:
    return Problem(places.place(finding.spot), finding.code, CODES[finding.code], finding.message, finding.fix)


def settle(problems: Iterable[Problem], publication: Publication) -> list[Problem]:
    """Give each problem its severity: as the publication's `rules:` say; in pending copy never an error."""
    wishes = {code: Severity(wish) for code, wish in publication.masthead.rules.items() if code in CODES}
    own = {code: wish for code, wish in wishes.items() if unknown_code.may_be(code, wish)}
    settled = []
    for problem in problems:
        pending = problem.place.path in publication.pending_paths
        severity = Severity.WARNING if pending else own.get(problem.code, problem.severity)
        settled.append(Problem(problem.place, problem.code, severity, problem.message, problem.fix))
    return settled
