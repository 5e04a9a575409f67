"""What a claim may not hold, so that a ClaimReview can be made of it."""

import pytest

from plugins.core.model.factcheck import Claim, Claimant
from plugins.core.model.publication import Masthead, Verdict
from plugins.core.resolve.claims import LONGEST_LABEL, is_our_own, rating_in, verdict_labels

MASTHEAD = Masthead(
    name="The Level", url="https://level.example", tag_authority="level.example",
    verdicts=(Verdict("true", "True"), Verdict("half", {"en": "Half-true", "fr": "À moitié vrai"}), Verdict("no", "")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("TRUE: it is cheese", "true"),
        ("It is cheese – true.", "true"),
        ("It is cheese - true!", "true"),
        ("It is cheese (half-true)", "half-true"),
        ("[à moitié  vrai] It is cheese", "à moitié vrai"),
        ("True", "true"),
        ("It is true that it is cheese", ""),
        ("The minister said: true cheese is round", ""),
        ("A half-true story", ""),
        ("It is cheese", ""),
        ("It is (", ""),
    ],
)
def test_a_rating_is_found_where_it_stands_apart(text: str, rating: str) -> None:
    assert rating_in(Claim("a", text, "true"), verdict_labels(MASTHEAD)) == rating


def test_words_longer_than_any_label_are_not_looked_at() -> None:
    label = "x" * LONGEST_LABEL

    assert rating_in(Claim("a", f"{label}: y", "true"), frozenset({label})) == label
    assert not rating_in(Claim("a", f"{label}x: y", "true"), frozenset({f"{label}x"}))


@pytest.mark.parametrize(("name", "own"), [("the  LEVEL", True), ("The Level Crossing", False), ("", False)])
def test_a_claim_of_ours_has_our_name(name: str, *, own: bool) -> None:
    assert is_our_own(Claim("a", "x", "true", Claimant(name)), MASTHEAD) is own
