"""Editorial rules: one a file, named as the one code that it gives; each is `check(publication) → findings`."""

from collections.abc import Callable, Iterable, Iterator

from plugins.core.codes import CODES
from plugins.core.parse.locate import FileMap
from plugins.core.problems import Finding, Problem, Severity
from plugins.core.resolve.publication import Publication
from plugins.core.rules import (
    bad_slug,
    claimant,
    correction_order,
    date_order,
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
    number_order,
    repeated_mark,
    repeated_source,
    review_due,
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
    unused_source,
    withdrawal,
)

Rule = Callable[[Publication], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
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
    empty_body.check,
    no_sources.check,
    unknown_source_id.check,
    unknown_source.check,
    unknown_quote.check,
    unused_source.check,
    repeated_source.check,
    repeated_mark.check,
    number_order.check,
    unknown_topic.check,
    topic_cycle.check,
    topic_dates.check,
    unknown_person.check,
    unknown_verdict.check,
    unknown_factcheck.check,
    claimant.check,
    withdrawal.check,
    correction_order.check,
    date_order.check,
    terms_found.check,
    terms_unchecked.check,
    dead_link.check,
    missing_picture.check,
    missing_alt.check,
    stale_translation.check,
    review_due.check,
    lonely_tag.check,
    unknown_tag.check,
)
"""All rules, in the order in which an editor thinks of them; problems are sorted by place anyhow."""


def check(publication: Publication, text_of: Callable[[str], str]) -> list[Problem]:
    """Run every rule; `text_of` gives the text of a file of the copy, for the line and column of a finding."""
    maps: dict[str, FileMap] = {}
    problems = []
    for rule in RULES:
        for finding in rule(publication):
            path = finding.spot.path
            if path not in maps:
                maps[path] = FileMap(path, text_of(path), publication.copy.folder)
            place = maps[path].place(finding.spot)
            problems.append(Problem(place, finding.code, CODES[finding.code], finding.message, finding.fix))
    return problems


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
