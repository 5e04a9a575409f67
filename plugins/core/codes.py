"""Every kind of problem that copy can have: its code and how grave it is by default.

`publication.yaml` may change the severity of a code under `rules:`.
"""

from plugins.core.problems import Severity

_ERROR = Severity.ERROR
_WARNING = Severity.WARNING

CODES: dict[str, Severity] = {
    # files and text
    "bad-text": _ERROR,
    "control-character": _ERROR,
    "text-direction": _WARNING,
    "not-a-file": _ERROR,
    "outside-content": _ERROR,
    "too-big": _ERROR,
    "empty-file": _ERROR,
    "empty-publication": _ERROR,
    "conflict-marker": _ERROR,
    "stray-file": _WARNING,
    # YAML
    "bad-yaml": _ERROR,
    "too-deep": _ERROR,
    "yaml-alias": _ERROR,
    "duplicate-key": _ERROR,
    "comment-after-text": _WARNING,
    "missing-header": _ERROR,
    # fields
    "unknown-field": _ERROR,
    "missing-field": _ERROR,
    "wrong-type": _ERROR,
    "bad-value": _ERROR,
    "bad-address": _ERROR,
    # marks
    "bad-range": _ERROR,
    "repeated-mark": _WARNING,
    "almost-a-mark": _WARNING,
    "almost-a-heading": _WARNING,
    "unknown-footnote": _WARNING,
    "mark-in-link": _ERROR,
    "mark-in-alt": _ERROR,
    "mark-in-html": _ERROR,
    "mark-in-header": _ERROR,
    "digit-definition": _ERROR,
    "html-not-allowed": _ERROR,
    "not-one-paragraph": _ERROR,
    # sources and marks together
    "unknown-source": _ERROR,
    "unknown-quote": _ERROR,
    "unknown-source-id": _ERROR,
    "unused-source": _ERROR,
    "number-order": _WARNING,
    "repeated-source": _ERROR,
    "duplicate-address": _ERROR,
    "source-place": _ERROR,
    "new-publisher": _WARNING,
    "snapshot": _ERROR,
    "terms-found": _ERROR,
    "terms-unchecked": _WARNING,
    # identity and references
    "bad-slug": _ERROR,
    "duplicate-id": _ERROR,
    "duplicate-slug": _ERROR,
    "unknown-topic": _ERROR,
    "unknown-person": _ERROR,
    "unknown-verdict": _ERROR,
    "unknown-factcheck": _ERROR,
    "unknown-page": _ERROR,
    "unknown-code": _ERROR,
    "unknown-timezone": _ERROR,
    "topic-cycle": _ERROR,
    # the ledger
    "bad-ledger": _ERROR,
    "silent-edit": _ERROR,
    "vanished-id": _ERROR,
    "changed-address": _ERROR,
    "not-in-ledger": _WARNING,
    # what a page shows
    "dead-link": _ERROR,
    "missing-picture": _ERROR,
    "missing-alt": _ERROR,
    "plain-title": _ERROR,
    "claimant": _ERROR,
    "claim-review": _ERROR,
    "untraced-claim": _WARNING,
    "withdrawal": _ERROR,
    "correction-order": _WARNING,
    "stale-translation": _WARNING,
    "review-due": _WARNING,
    "lonely-tag": _WARNING,
    "unknown-tag": _WARNING,
    "topic-dates": _ERROR,
    "empty-body": _ERROR,
    "no-sources": _WARNING,
    "date-order": _WARNING,
    "dated-ahead": _ERROR,
}

OF_THE_LEDGER = frozenset({"silent-edit", "vanished-id", "changed-address"})
"""Errors of the copy as a whole beside what was published: they stop a build, and every page of the copy is sound."""

MAY_BE_LOWERED = frozenset(
    {"unused-source", "duplicate-address", "terms-found", "missing-alt", "plain-title", "claim-review"}
)
"""Errors that a publication may decide to take as warnings; with any other one a page would be broken."""
