"""Each criterion, seen passing on a well-kept publication and falling short when one thing is taken away."""

import importlib
import inspect
import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from plugins.core.model.factcheck import Claim, Claimant, Correction, SourceUse
from plugins.core.model.publication import Funding, Grant, Person, Policies, Verdict
from plugins.core.model.source import Snapshot
from plugins.desk import criteria
from plugins.desk.criteria import AREAS
from plugins.desk.criteria.criterion import Status
from tests.desk.criteria.surveyed import CLAIM, MASTHEAD, TODAY, WEEKS, answers, survey

PASS, WARN, FAIL = Status
ALL = [one for area in AREAS.values() for one in area]
HELPERS = {"__init__", "criterion", "standing", "survey"}


def test_a_well_kept_publication_passes_everything() -> None:
    assert {name: answer.says for name, answer in answers(survey()).items() if answer.status is not PASS} == {}


ADA, BO = MASTHEAD.people["ada"], MASTHEAD.people["bo"]
POLICIES, FUNDING = MASTHEAD.policies, MASTHEAD.funding
ONE_SOURCE = {"1": SourceUse("report", "supports", primary=True)}

Case = tuple[str, dict[str, Any], Status, list[str]]
"""A criterion, what is changed, its answer, what is said of places."""

ORGANISATION: list[Case] = [
    ("organisation-page", {"policies": replace(POLICIES, ethics=None)}, FAIL, ["`policies:` names no page for `ethics`"]),
    ("organisation-page", {"pages": {"about": {"menu": None}}}, WARN, ["no `menu:`"]),
    ("organisation-page", {"policies": replace(POLICIES, ethics={"en": "about", "fr": "write"})}, PASS, []),
    ("contact", {"contact": ""}, WARN, ["no `contact:`"]),
    ("contact", {"contact": "", "policies": Policies()}, FAIL, ["no `contact:`"]),
    ("feedback-page", {"policies": Policies()}, FAIL, ["`policies:` names no page for `feedback`"]),
    ("feedback-page", {"pages": {"write": {"menu": None}}}, WARN, ["no `menu:`"]),
    ("submit-claims", {"policies": Policies()}, FAIL, ["`policies:` names no page for `feedback`"]),
    ("submit-claims", {"contact": ""}, WARN, ["no `contact:`, and the page links no form"]),
    ("submit-claims", {"contact": "", "page_body": "See [us](/about/)."}, WARN, ["no `contact:`, and the page links no form"]),
    ("submit-claims", {"contact": "", "page_body": "[Write](https://form.example/)."}, PASS, []),
    ("submit-claims", {"contact": "", "page_body": "[Write](mailto:x@bench.example)."}, PASS, []),
    ("people", {"people": {}}, FAIL, ["no `people:`"]),
    ("people", {"policies": Policies()}, FAIL, ["`policies:` names no page for `ethics`"]),
    ("people", {"people": {"ada": ADA, "bo": Person("Bo")}}, WARN, ["Bo: no role and no biography"]),
    ("people", {"people": {"ada": ADA, "bo": replace(BO, bio="")}}, WARN, ["Bo: no biography"]),
    ("people", {"people": {"ada": ADA, "bo": Person("Bo", left="2026-01-01")}}, PASS, []),
    ("bylines", {"check": {"authors": ()}}, FAIL, ["Is it 2026-07-01?"]),
    ("bylines", {"check": {"authors": ("nobody",)}}, FAIL, ["Is it 2026-07-01?"]),
    ("bylines", {"people": {"ada": replace(ADA, role="", left="2026-06-30"), "bo": BO}}, WARN, ["Ada: no role"]),
    ("second-reader", {"check": {"edited_by": ()}}, WARN, ["Is it 2026-07-01?"]),
    ("second-reader", {"check": {"edited_by": ("ada",)}}, WARN, ["Is it 2026-07-01?"]),
    ("second-reader", {"check": {"authors": ("ada", "bo"), "edited_by": ("ada", "cy")}}, PASS, []),
]  # fmt: skip

MONEY: list[Case] = [
    ("funding-page", {"funding": None}, FAIL, ["no table"]),
    ("funding-page", {"funding": Funding("2025")}, FAIL, ["no table"]),
    ("funding-page", {"policies": replace(POLICIES, funding=None)}, FAIL, ["`policies:` names no page for `funding`"]),
    ("funding-page", {"pages": {"money": {"menu": None}}}, WARN, ["no `menu:`"]),
    ("funding-year", {"funding": None}, FAIL, ["`year:`"]),
    ("funding-year", {"funding": replace(FUNDING, year="2023")}, WARN, ["`year:`"]),
    ("funding-year", {"funding": replace(FUNDING, year="2024")}, PASS, []),
    ("funding-year", {"funding": replace(FUNDING, year="2022/23")}, WARN, ["`year:`"]),
    ("funding-year", {"funding": replace(FUNDING, year="2023/24")}, PASS, []),
    ("funding-year", {"funding": replace(FUNDING, year="2023–2024")}, PASS, []),
    ("funding-year", {"funding": replace(FUNDING, year="2026")}, PASS, []),
    ("funding-year", {"funding": replace(FUNDING, year="2027")}, WARN, ["`year:`"]),
    ("funding-year", {"funding": replace(FUNDING, year="last")}, WARN, ["`year:`"]),
    ("funding-shares", {"funding": None}, FAIL, ["no table"]),
]


def _shares(*shares: str, total: str = "", amount: str = "1") -> dict[str, Any]:
    return {"funding": Funding("2025", total, tuple(Grant(f"Giver {share}", amount, share) for share in shares))}


SHARES: list[Case] = [
    ("funding-shares", _shares("60 %", "40 %"), PASS, []),
    ("funding-shares", _shares("33.3", "33,3 %", "33.3%"), PASS, []),
    ("funding-shares", _shares("60", "42"), FAIL, ["`from:`"]),
    ("funding-shares", _shares("60", "38"), WARN, ["`from:`"]),
    ("funding-shares", _shares("60", "most"), WARN, ["Giver most: no share that can be read as a percentage"]),
    ("funding-shares", _shares("60", ""), WARN, ["Giver : no share that can be read as a percentage"]),
    ("funding-shares", _shares("", ""), PASS, []),
    ("funding-shares", _shares("", amount=""), WARN, ["Giver : neither share nor amount"]),
    ("funding-shares", _shares("0", total="0"), PASS, []),
    ("funding-shares", _shares("0", total="CAD 0.00"), PASS, []),
    ("funding-shares", _shares("0", total="100"), WARN, ["`from:`"]),
    ("funding-shares", _shares("0"), WARN, ["`from:`"]),
]

EVIDENCE: list[Case] = [
    ("found-again", {"sources": {"report": {"url": None}}}, FAIL, ["report: no place"]),
    ("found-again", {"sources": {"report": {"publisher": "", "accessed": ""}}}, FAIL, ["report: no publisher, no day of reading"]),
    ("found-again", {"sources": {"report": {"link_status": "withheld"}}}, FAIL, ["report: no reason for withholding its address"]),
    ("found-again", {"sources": {"report": {"link_status": "withheld", "reason": "It names a child."}}}, PASS, []),
    ("found-again", {"sources": {"unused": {"publisher": "", "kind": "news"}}}, PASS, []),
    ("interests", {"sources": {"story": {"interests": ""}}}, WARN, ["story (statement)"]),
    ("interests", {"sources": {"story": {"interests": "", "kind": "interview"}}}, WARN, ["story (interview)"]),
    ("interests", {"sources": {"story": {"interests": "", "kind": "social"}}}, WARN, ["story (social)"]),
    ("interests", {"sources": {"story": {"interests": "", "kind": "news"}}}, PASS, []),
    ("copies", {"sources": {"report": {"archive": None}}}, WARN, ["report"]),
    ("copies", {"sources": {"report": {"archive": None, "snapshot": Snapshot("a.html", "0" * 64, "2026-01-01")}}}, PASS, []),
    ("copies", {"sources": {"report": {"archive": None, "url": None}}}, PASS, []),
    ("lost-sources", {"sources": {"report": {"link_status": "retracted"}}}, FAIL, ["report: retracted"]),
    ("lost-sources", {"sources": {"report": {"link_status": "retracted", "note": "It still held in May."}}}, PASS, []),
    ("lost-sources", {"sources": {"report": {"link_status": "dead", "archive": None}}}, WARN, ["report: dead"]),
    ("lost-sources", {"sources": {"report": {"link_status": "dead"}}}, PASS, []),
    ("lost-sources", {"sources": {"report": {"link_status": "moved"}}}, PASS, []),
    ("primary", {"check": {"sources": {"1": "report", "2": "story"}}}, WARN, ["Is it 2026-07-01?"]),
    ("origins", {"check": {"sources": ONE_SOURCE}, "body": "So [1]."}, FAIL, ["town: Is it 2026-07-01?"]),
    ("origins", {"check": {"sources": ONE_SOURCE, "claims": ()}, "body": "So [1]."}, WARN, ["town: Is it 2026-07-01?"]),
    ("origins", {"body": "So [1]."}, FAIL, ["town: Is it 2026-07-01?"]),
    ("origins", {"body": "So."}, FAIL, ["none: Is it 2026-07-01?"]),
]  # fmt: skip

FAIRNESS: list[Case] = [
    ("both-sides", {"check": {"sources": ONE_SOURCE}}, WARN, ["only for: Is it 2026-07-01?"]),
    ("both-sides", {"check": {"sources": {"1": SourceUse("report", "against"), "2": SourceUse("story", "context")}}}, WARN,
     ["only against: Is it 2026-07-01?"]),
    ("both-sides", {"check": {"sources": {"1": "report", "2": SourceUse("story", "context")}}}, WARN,
     ["none marked for or against: Is it 2026-07-01?"]),
    ("both-sides", {"check": {"sources": ONE_SOURCE, "claims": ()}}, PASS, []),
    ("heard", {"check": {"claims": (replace(CLAIM, contacted=()),)}}, WARN, ["A. Councillor: The bridge is long."]),
    ("heard", {"check": {"claims": (Claim("x", "It is.", "no", Claimant(anonymous="viral post")),)}}, PASS, []),
]  # fmt: skip

METHOD: list[Case] = [
    ("method-page", {"policies": replace(POLICIES, methodology=None)}, FAIL, ["`policies:` names no page for `methodology`"]),
    ("method-page", {"pages": {"method": {"menu": None}}}, WARN, ["no `menu:`"]),
    ("why-checked", {"check": {"why_checked": ""}}, WARN, ["Is it 2026-07-01?"]),
    ("scale", {"verdicts": (Verdict("yes", "Yes"), Verdict("no", "No", "It is not so."))}, FAIL, ["yes: no meaning"]),
    ("scale", {"verdicts": (Verdict("no", "No", "Not so."), Verdict("old", "Old", "So.", retired=True))}, WARN,
     ["old: retired and not in use"]),
    ("scale", {"verdicts": (Verdict("no", "No", "Not so.", retired=True),)}, PASS, []),
]  # fmt: skip

CORRECTIONS: list[Case] = [
    ("corrections-policy", {"policies": Policies()}, FAIL, ["`policies:` names no page for `corrections`"]),
    ("corrections-policy", {"pages": {"mend": {"menu": None}}}, WARN, ["no `menu:`"]),
    ("corrections-told", {"check": {"corrections": (Correction("c1", "2026-07-01", "substantial", "A slip.", "300"),)}}, FAIL,
     ["Is it 2026-07-01?: c1"]),
    ("corrections-told", {"check": {"corrections": (Correction("c1", "2026-07-01", "substantial", "A slip.", "", "84"),)}}, FAIL,
     ["Is it 2026-07-01?: c1"]),
    ("corrections-told", {"check": {"corrections": (Correction("c1", "2026-07-01", "minor", "A slip."),)}}, PASS, []),
    ("corrections-told", {"check": {"status": "withdrawn", "corrections": (Correction("c1", "2026-07-01", "substantial", "A slip."),)}},
     FAIL, ["Is it 2026-07-01?: c1"]),
    ("complaints", {"complaints": {}}, WARN, ["`complaints:`"]),
    ("complaints", {"policies": replace(POLICIES, feedback=None)}, WARN, ["`complaints:`"]),
]  # fmt: skip

UPKEEP: list[Case] = [
    ("policies-reviewed", {"policies": Policies()}, FAIL, ["`policies:`"]),
    ("policies-reviewed", {"pages": {"mend": {"reviewed": None}}}, WARN, ["no `reviewed:`"]),
    ("policies-reviewed", {"pages": {"mend": {"reviewed": "2025-06-30"}}}, WARN, ["reviewed 2025-06-30"]),
    ("policies-reviewed", {"pages": {"mend": {"reviewed": "2025-07-01"}}}, PASS, []),
    ("review-due", {"check": {"review_by": "2026-06-30"}}, WARN, ["2026-06-30: Is it 2026-07-01?"]),
    ("review-due", {"check": {"review_by": "2026-07-01"}}, PASS, []),
    ("review-due", {"check": {"review_by": "2026-06-30", "status": "withdrawn"}}, PASS, []),
    ("as-of", {"check": {"as_of": None}}, WARN, ["Is it 2026-07-01?"]),
    ("languages", {"check": {"lang": "fr"}}, WARN, ["fr: not among `languages:`"]),
    ("languages", {"languages": ("en", "fr")}, WARN, ["fr: no fact-check", *(f"fr: no page for `{name}`" for name in
     ("corrections", "ethics", "funding", "methodology", "feedback"))]),
    ("languages", {"languages": ("en", "fr"), "pages": {"write": {"lang": "fr"}}, "policies": Policies(ethics={"en": "about", "fr": "write"})},
     WARN, ["fr: no fact-check"]),
]  # fmt: skip

CASES = [*ORGANISATION, *MONEY, *SHARES, *EVIDENCE, *FAIRNESS, *METHOD, *CORRECTIONS, *UPKEEP]


@pytest.mark.parametrize(("name", "changes", "status", "said"), CASES)
def test_a_criterion_is_answered(name: str, changes: dict[str, Any], status: Status, said: list[str]) -> None:
    answer = answers(survey(**changes))[name]
    assert (answer.status, [remark.text for remark in answer.remarks]) == (status, said)
    assert bool(answer.way_out) == (status is not PASS)


def test_disclosure_asks_somebody_to_look_when_no_fact_check_has_one() -> None:
    assert answers(survey(days=[TODAY], check={"disclosure": ""}))["disclosure"].status is WARN
    assert answers(survey(check={"disclosure": ""}))["disclosure"].status is PASS


ALWAYS = {"one-place", "corrections-log"}
"""What the press does at every build."""
ELSEWHERE = {"a-week", "a-month", "disclosure"}
"""In `test_regularity.py`, and above."""


def test_every_criterion_is_seen_falling_short() -> None:
    short = {name for name, _, status, _ in CASES if status is not PASS}
    assert short | ALWAYS | ELSEWHERE == {one.id for one in ALL}
    assert not short & ALWAYS


def test_places_are_where_an_editor_has_to_go() -> None:
    found = answers(survey(check={"authors": (), "as_of": None}, sources={"report": {"url": None}}))
    (unsigned,), (lost,) = found["bylines"].remarks, found["found-again"].remarks
    assert unsigned.spot is not None
    assert (unsigned.spot.path, unsigned.spot.pointer) == ("content/articles/bridge-2026-07-01.md", ("authors",))
    assert lost.spot is not None
    assert (lost.spot.path, lost.spot.pointer) == ("content/sources/all.yaml", ("report",))


@pytest.mark.parametrize("status", ["draft", "unlisted"])
def test_what_no_list_shows_is_not_judged(status: str) -> None:
    found = answers(
        survey(check={"status": status, "authors": (), "sources": {}, "as_of": None, "why_checked": ""}, body="So.")
    )
    assert {name for name, answer in found.items() if answer.status is not PASS} <= {"a-week", "a-month"}
    assert f"{WEEKS - 1} fact-checks" in found["primary"].says


def test_a_publication_of_nothing_does_not_raise() -> None:
    found = answers(
        survey(
            days=[],
            sources={"report": None, "story": None},
            pages=dict.fromkeys(("about", "money", "method", "mend", "write")),
        )
    )
    assert found["a-week"].status is FAIL


def test_criteria_have_names_of_their_own() -> None:
    assert (
        len({one.id for one in ALL}) == len({one.asks for one in ALL}) == len({one.answer for one in ALL}) == len(ALL)
    )
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", one.id) for one in ALL)
    assert all(not one.asks.endswith(".") for one in ALL)


def test_every_function_of_an_area_is_a_criterion() -> None:
    folder = Path(criteria.__file__).parent
    areas = [
        importlib.import_module(f"plugins.desk.criteria.{path.stem}")
        for path in folder.glob("*.py")
        if path.stem not in HELPERS
    ]
    written = {
        function
        for area in areas
        for name, function in vars(area).items()
        if inspect.isfunction(function) and function.__module__ == area.__name__ and not name.startswith("_")
    }
    assert written == {one.answer for one in ALL}


def test_nothing_says_that_a_code_is_fulfilled() -> None:
    """Nobody but those who keep a code can tell; no word of ours may sound as if we had."""
    plugins = Path(criteria.__file__).parents[2]
    ours = [*Path(criteria.__file__).parent.glob("*.py"), *(plugins / "desk").glob("assessment*.py")]
    assert len(ours) > len(AREAS)
    assert [path.name for path in ours if re.search("certif|complian", path.read_text("utf-8"), re.IGNORECASE)] == []
