"""A publication of which every criterion says pass; tests take one thing away at a time."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from msgspec.structs import replace

from plugins.core.model.factcheck import Claim, Claimant, Contact, Correction, Header, SourceUse
from plugins.core.model.publication import Funding, Grant, Masthead, PageHeader, Person, Policies, Verdict
from plugins.core.model.source import Publisher, Source
from plugins.core.parse.nouns import Draft, WrittenPage
from plugins.core.parse.prose import read_prose
from plugins.core.resolve.apart import take_apart
from plugins.core.resolve.publication import Copy
from plugins.core.resolve.resolve import resolve
from plugins.desk.criteria import AREAS
from plugins.desk.criteria.criterion import Answer
from plugins.desk.criteria.survey import Survey

TODAY = date(2026, 7, 1)
WEEKS = 40

CLAIM = Claim(
    id="long", text="The bridge is long.", verdict="no", claimant=Claimant(name="A. Councillor"),
    contacted=(Contact("A. Councillor", "2026-06-01", "none"),),
)  # fmt: skip
HEADER: dict[str, Any] = {
    "authors": ("ada",),
    "edited_by": ("bo",),
    "why_checked": "Many asked.",
    "as_of": "2025-09-01",
    "disclosure": "One of us lives there.",
    "sources": {"1": SourceUse("report", "supports", primary=True), "2": SourceUse("story", "against")},
    "claims": (CLAIM,),
    "corrections": (Correction("c1", "2026-06-30", "substantial", "A slip.", "300", "84"),),
}
SOURCES: dict[str, dict[str, Any]] = {
    "report": {"publisher": "Town", "url": "https://town.example/", "archive": "https://archive.example/1", "kind": "government"},
    "story": {"publisher": "Gazette", "held_at": "box 12", "kind": "statement", "interests": "Owns the bridge."},
}  # fmt: skip
PUBLISHERS = {"town": ("Town", "Town Hall"), "gazette": ("Gazette",), "wire": ("Wire", "The Wire")}
PAGES: dict[str, dict[str, Any]] = {
    name: {"title": name, "menu": 1, "reviewed": "2026-06-01"} for name in ("about", "money", "method", "mend", "write")
}
MASTHEAD = Masthead(
    name="Bench", url="https://bench.example/", tag_authority="bench.example", contact="desk@bench.example",
    verdicts=(Verdict("yes", "Yes", "It is so."), Verdict("no", "No", "It is not so.")),
    people={"ada": Person("Ada", "Writer", "Was a surveyor."), "bo": Person("Bo", "Editor", "Was a judge.")},
    funding=Funding("2025", "100", (Grant("Readers", "60", "60 %"), Grant("A fund", "40", "40 %"))),
    policies=Policies(ethics="about", funding="money", methodology="method", corrections="mend", feedback="write"),
    complaints={"Press council": "https://council.example/"},
)  # fmt: skip


def survey(
    *, days: list[date] | None = None, check: Mapping[str, Any] | None = None, body: str = "So [1] [2].",
    sources: Mapping[str, Any] | None = None, pages: Mapping[str, Any] | None = None, page_body: str = "Text.",
    today: date = TODAY, **masthead: Any,
) -> Survey:  # fmt: skip
    """Survey it with changes: `check` and `body` of the newest fact-check, fields of sources and of pages, of the masthead.

    A source or a page that is `None` is taken out.
    """
    days = [TODAY - timedelta(weeks=week) for week in range(WEEKS)] if days is None else days
    drafts = [
        _draft(day, check or {} if place == 0 else {}, body if place == 0 else "So [1] [2].")
        for place, day in enumerate(days)
    ]
    apart = {draft.path: take_apart(draft) for draft in drafts}
    copy = Copy(
        briefs=tuple(one.brief for one in apart.values()),
        pages=tuple(_page(slug, fields, page_body) for slug, fields in _laid(PAGES, pages).items()),
        sources=tuple(("content/sources/all.yaml", name, _source(fields)) for name, fields in _laid(SOURCES, sources).items()),
        publishers=tuple(("content/publishers.yaml", one, Publisher(names)) for one, names in PUBLISHERS.items()),
        masthead=replace(MASTHEAD, **masthead),
    )  # fmt: skip
    publication = resolve(copy, f"{today}T12:00:00+00:00")
    return Survey(publication, lambda brief: apart[brief.path].whole.header)


def answers(surveyed: Survey) -> dict[str, Answer]:
    """Answer every criterion."""
    return {one.id: one.answer(surveyed) for criteria in AREAS.values() for one in criteria}


def _draft(day: date, fields: Mapping[str, Any], body: str) -> Draft:
    name = f"bridge-{day}"
    known = {**HEADER, "id": name, "title": f"Is it {day}?", "published": f"{day}T10:00:00+00:00", **fields}
    return Draft(f"content/articles/{name}.md", name, Header(**known), read_prose(body)[0], {})


def _source(fields: Mapping[str, Any]) -> Source:
    return Source(**{"title": "Title", "accessed": "2025-09-01", **fields})


def _page(slug: str, fields: Mapping[str, Any], body: str) -> WrittenPage:
    return WrittenPage(f"content/pages/{slug}.md", slug, PageHeader(**fields), read_prose(body)[0])


def _laid(usual: Mapping[str, Mapping[str, Any]], over: Mapping[str, Any] | None) -> dict[str, dict[str, Any]]:
    """Lay fields over the usual ones, by name; `None` takes one out."""
    names = dict.fromkeys((*usual, *(over or {})))
    laid = {name: (over or {}).get(name, {}) for name in names}
    return {name: {**usual.get(name, {}), **fields} for name, fields in laid.items() if fields is not None}
