"""Whether a claim fits a ClaimReview: it is somebody else's, and told without a rating.

The rules are Google's for ClaimReview: a claim has “a distinct second-party origin”, and `claimReviewed` holds no rating.
"""

import re
from collections.abc import Iterator

from plugins.core.model.factcheck import Claim, Header
from plugins.core.model.publication import Masthead

LONGEST_LABEL = 60
"""Words set apart that are longer, in characters, are no verdict's label."""
_APART = re.compile(r"\s*[:()\[\]–—|]\s*|\s+-\s+")


def named_in_claims(header: Header) -> Iterator[str]:
    """Give who made the claims, and the words set apart in them: what has to be neither our name nor a label."""
    for claim in header.claims:
        if claim.claimant.name:
            yield _plain(claim.claimant.name)
        yield from _words_apart(claim)


def refused_names(masthead: Masthead) -> frozenset[str]:
    """Give what no claim may name: the publication itself, and the labels of its verdicts."""
    return verdict_labels(masthead) | {_plain(masthead.name)}


def is_our_own(claim: Claim, masthead: Masthead) -> bool:
    """Tell whether the publication itself made the claim."""
    return bool(claim.claimant.name) and _plain(claim.claimant.name) == _plain(masthead.name)


def rating_in(claim: Claim, labels: frozenset[str]) -> str:
    """Find the label of a verdict that is set apart in the text of a claim (“False: …”); empty when there is none."""
    return next((words for words in _words_apart(claim) if words in labels), "")


def verdict_labels(masthead: Masthead) -> frozenset[str]:
    """Give the labels of all verdicts in all languages, without capitals."""
    labels = [verdict.label for verdict in masthead.verdicts]
    named = (one.values() if isinstance(one, dict) else (one,) for one in labels)
    return frozenset(_plain(label) for ones in named for label in ones) - {""}


def _words_apart(claim: Claim) -> Iterator[str]:
    """Give what stands alone in a claim, between brackets, colons and dashes, or as all of it."""
    for stretch in _APART.split(claim.text):
        words = _plain(stretch).strip(" .!?“”\"'")
        if 0 < len(words) <= LONGEST_LABEL:
            yield words


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
