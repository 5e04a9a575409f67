"""Which claims make a ClaimReview, and what it says."""

from typing import Any

import build as toy_site
import msgspec
import pytest
from msgspec.structs import replace

from plugins.core.model.factcheck import Claim, Claimant
from plugins.core.model.publication import Verdict
from plugins.intake.load import Loaded, load
from plugins.views.claim_review import claim_review

NAMED = Claim("c1", "The moon is square.", "false", Claimant(name="Ann Author"))
UNNAMED = replace(NAMED, claimant=Claimant(anonymous="viral post"))


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(toy_site.SITE / "content", "content", toy_site.NOW)


def _review(loaded: Loaded, claim: Claim, check: str = "moon-cheese", because: str = "") -> dict[str, Any] | None:
    review = claim_review(toy_site.opened(loaded), loaded.publication.factchecks[check], claim, because)
    decoded: dict[str, Any] | None = msgspec.json.decode(msgspec.json.encode(review))
    return decoded


def test_all_that_is_known(loaded: Loaded) -> None:
    claim = replace(
        NAMED, words="It is square", said="2025-03", where=("moon-cheese", "https://moon.example/video"),
        claimant=Claimant(name="Ann Author", role="columnist"),
    )  # fmt: skip

    assert _review(loaded, claim, because="It is round.") == {
        "@type": "ClaimReview",
        "url": "https://toy.example/sub/checks/moon-cheese/#claim-c1",
        "claimReviewed": "The moon is square.",
        "author": {"@type": "Organization", "name": "The Toy Gazette", "url": "https://toy.example/sub/"},
        "itemReviewed": {
            "@type": "Claim",
            "text": "It is square",
            "author": {"@type": "Person", "name": "Ann Author", "jobTitle": "columnist"},
            "datePublished": "2025-03",
            "appearance": [
                {
                    "@type": "CreativeWork", "url": "https://moon.example/cheese", "name": "The moon is made of cheese",
                    "archivedAt": "https://archive.example/moon-cheese",
                },
                {"@type": "CreativeWork", "url": "https://moon.example/video"},
            ],
        },
        "reviewRating": {
            "@type": "Rating", "alternateName": "False", "ratingValue": 1, "bestRating": 3, "worstRating": 1,
            "ratingExplanation": "It is round.",
        },
        "datePublished": "2025-03-10T09:00:00-04:00",
        "dateModified": "2025-04-02T00:00:00-04:00",
        "inLanguage": "en",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "check", "made"),
    [
        (NAMED, "moon-cheese", True),
        (NAMED, "moon-hidden", False),
        (NAMED, "moon-withdrawn", False),
        (replace(NAMED, verdict="unheard-of"), "moon-cheese", False),
        (UNNAMED, "moon-cheese", False),
        (replace(UNNAMED, where=("leaflet", "office-data", "nowhere")), "moon-cheese", False),
        (replace(UNNAMED, where=("post",)), "moon-cheese", True),
        (replace(UNNAMED, where=("https://social.example/1",)), "moon-cheese", True),
    ],
)
def test_a_claim_has_to_be_traced(loaded: Loaded, claim: Claim, check: str, *, made: bool) -> None:
    assert (_review(loaded, claim, check) is not None) == made


def test_nobody_is_made_up(loaded: Loaded) -> None:
    review = _review(loaded, replace(UNNAMED, where=("post",)))

    assert review
    assert "author" not in review["itemReviewed"]


def test_organisations_are_organisations(loaded: Loaded) -> None:
    review = _review(loaded, replace(NAMED, claimant=Claimant(name="Acme", type="Organization", role="maker")))

    assert review
    assert review["itemReviewed"]["author"] == {"@type": "Organization", "name": "Acme"}


def test_figures_only_on_a_scale(loaded: Loaded) -> None:
    review = _review(loaded, replace(NAMED, verdict="open"))
    assert review
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "Unproven"}

    masthead = replace(loaded.publication.masthead, verdicts=(Verdict("false", "No", rank=2.5), Verdict("open", "?")))
    one_rank = replace(loaded, publication=replace(loaded.publication, masthead=masthead))
    review = _review(one_rank, NAMED)
    assert review
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "No"}

    masthead = replace(masthead, verdicts=(*masthead.verdicts, Verdict("true", "Yes", rank=3.5)))
    review = _review(replace(loaded, publication=replace(loaded.publication, masthead=masthead)), NAMED)
    assert review
    assert review["reviewRating"]["ratingValue"] == review["reviewRating"]["worstRating"] == 2.5
    assert review["reviewRating"]["bestRating"] == 3.5
