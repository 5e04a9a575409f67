"""Corrections as events: which feeds tell of which, under which id, and that nobody is told twice or of nothing."""

from pathlib import Path
from typing import Any

import pytest
from small import check, loaded, site_of, source

from plugins.core.resolve.events import unpack_events
from plugins.feeds.room import pages
from plugins.feeds.view import Entry, Feed
from plugins.press.site import Site

KINDS = ("substantial", "update", "minor")
FEEDS = ("all", "topics/t", "topics/above", "corrections", "people/ann")
MASTHEAD = {"people": {"ann": {"name": "Ann"}}, "tag_authority": "small.example", "timezone": "America/Toronto"}
TOPICS = {"above": {"title": "Above"}, "t": {"title": "T", "parent": "above"}}


def feeds_of(site: Site) -> dict[str, Feed]:
    """Show every RSS feed, by the end of its address."""
    planned = {page.address.removeprefix("/feeds/").removesuffix(".rss.xml"): page for page in pages(site._publication)}
    return {name: page.view_of(site) for name, page in planned.items() if page.template == "rss"}  # type: ignore[misc]


def correction(kind: str, date: str = "2025-03-05", **more: object) -> dict[str, Any]:
    return {
        "id": f"{kind}-1",
        "date": date,
        "kind": kind,
        "was": "Ten [1].",
        "now": "*Eleven*.",
        "why": "We misread it.",
        **more,
    }


def made(folder: Path, **more: object) -> Site:
    """Make two fact-checks, the older of which has something happen to it in March 2025."""
    given = {"topics": ["t"], "authors": ["ann"], "title": "Is it <so> & so?"}
    checks = [
        check("old", "2024-12-31T23:00:00-05:00", "s", **{**given, **more}),
        check("new", "2025-03-01", "s", **given),
    ]
    copy = loaded(folder, checks, sources={"s": source("P")}, topics=TOPICS, masthead=MASTHEAD)
    assert [one for one in copy.problems if one.severity == "error"] == []
    return site_of(copy)


def ids(feed: Feed) -> list[str]:
    return [one.id.removeprefix("tag:small.example,") for one in feed.entries]


@pytest.mark.parametrize(
    ("kind", "told"),
    [("substantial", ("all", "topics/t", "topics/above", "corrections")), ("update", ("corrections",)), ("minor", ())],
)
def test_who_is_told_of_which_kind(kind: str, told: tuple[str, ...], tmp_path: Path) -> None:
    site = made(tmp_path, corrections=[correction(kind)])
    feeds = feeds_of(site)
    event = f"2024:correction/old/{kind}-1"

    assert tuple(name for name in FEEDS if event in ids(feeds[name])) == told
    for name in told:
        assert ids(feeds[name])[0] == event
        assert ids(feeds[name]).count(event) == 1
    assert len({entry for name in told for entry in feeds[name].entries if "correction" in entry.id}) == min(
        1, len(told)
    )
    assert all(ids(feeds[name])[-2:] == ["2025:check/new", "2024:check/old"] for name in FEEDS if name != "corrections")


@pytest.mark.parametrize("kind", KINDS)
def test_the_fact_check_keeps_its_entry(kind: str, tmp_path: Path) -> None:
    before = feeds_of(made(tmp_path / "before"))["all"].entries[-1]
    after = feeds_of(made(tmp_path / "after", corrections=[correction(kind)]))["all"].entries[-1]

    assert (after.id, after.published, after.link) == (before.id, before.published, before.link)
    if kind == "minor":
        assert after == before
    else:
        assert (before.updated, after.updated) == ("", "2025-03-05T00:00:00-05:00")
        assert after.html.startswith("<p><strong>") and "what changed, and why" in after.html.partition("\n")[0]  # noqa: PT018
        assert after.html.partition("\n")[2] == before.html


def test_what_a_correction_tells(tmp_path: Path) -> None:
    entry = feeds_of(made(tmp_path, corrections=[correction("substantial")]))["all"].entries[0]

    assert entry == Entry(
        id="tag:small.example,2024:correction/old/substantial-1",
        link="https://small.example/checks/old/#correction-substantial-1",
        title="Correction: Is it <so> & so?",
        summary="We misread it.",
        content=b'<p><a href="https://small.example/checks/old/#correction-substantial-1">Is it &lt;so&gt; &amp; so?</a></p>\n'
        b"<p><strong>What was:</strong> Ten [1].</p>\n"
        b"<p><strong>What is now:</strong> <em>Eleven</em>.</p>\n"
        b"<p><strong>Why:</strong> We misread it.</p>",
        lang="en",
        published="2025-03-05T00:00:00-05:00",
        updated="",
        authors=("Ann",),
        categories=("T",),
    )


def test_a_withdrawal_takes_the_fact_check_out_and_says_so(tmp_path: Path) -> None:
    gone = {"status": "withdrawn", "withdrawn": {"date": "2025-02-05", "why": "<Wrong>.", "replaced_by": "new"}}
    feeds = feeds_of(made(tmp_path, **gone))

    for name in "all", "topics/t", "topics/above":
        assert ids(feeds[name]) == ["2025:check/new", "2024:correction/old/withdrawn"]
    assert ids(feeds["corrections"]) == ["2024:correction/old/withdrawn"]
    entry = feeds["all"].entries[1]
    assert entry.title == "Withdrawn: Is it <so> & so?"
    assert entry.html.startswith('<p><strong>Withdrawn:</strong> <a href="https://small.example/checks/old/">')
    assert "&lt;Wrong&gt;." in entry.html
    assert '<a href="https://small.example/checks/new/">' in entry.html


def test_an_id_from_elsewhere_is_kept(tmp_path: Path) -> None:
    feeds = feeds_of(made(tmp_path, guid="https://old.example/?p=12", corrections=[correction("substantial")]))

    assert [one.id for one in feeds["all"].entries][0::2] == [
        "tag:small.example,2024:correction/old/substantial-1",
        "https://old.example/?p=12",
    ]


def test_the_id_of_a_withdrawal_is_taken(tmp_path: Path) -> None:
    checks = [check("one", "2025-01-01", "s", corrections=[correction("update", id="withdrawn")])]
    copy = loaded(tmp_path, checks, sources={"s": source("P")})

    assert ("duplicate-id", "error") in {(one.code, one.severity) for one in copy.problems}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_known_without_reading_the_fact_check(kind: str, tmp_path: Path) -> None:
    site = made(tmp_path, corrections=[correction(kind)])
    events = [*unpack_events(site._publication.factchecks["old"].brief.events)]

    assert [(one.kind, one.id, one.moment) for one in events] == [(kind, f"{kind}-1", "2025-03-05")] * (kind != "minor")
    assert [*unpack_events("")] == []


def stale(before: Site, after: Site) -> set[str]:
    """Name the feeds that stand on a fact that is no longer so."""
    now = frozenset(after.facts.values())
    planned = [page for page in pages(before._publication) if page.address.startswith("/feeds/")]
    read = {
        page.address.removeprefix("/feeds/"): before.watched(lambda page=page: page.view_of(before))[1]
        for page in planned
    }
    return {address for address, facts_read in read.items() if not now.issuperset(facts_read)}


def test_an_edit_makes_anew_what_shows_it_and_nothing_else(tmp_path: Path) -> None:
    days = [f"2025-{1 + number // 14:02}-{1 + number % 14:02}" for number in range(70)]
    checks = [
        check(f"c{number}", one, "s", topics=["t"] if number < 35 else ["above"]) for number, one in enumerate(days)
    ]

    def build(name: str) -> Site:
        return site_of(loaded(tmp_path / name, checks, sources={"s": source("P")}, topics=TOPICS))

    before = build("before")
    checks[1]["summary"] = "Other words."
    edited = build("edited")
    checks[1]["corrections"] = [correction("minor", "2025-01-20")]
    minor = build("minor")
    checks[1]["corrections"] = [correction("substantial", "2025-05-28")]
    corrected = build("corrected")

    archives = {f"archive/{name}-2025-01.rss.xml" for name in ("all", "t", "above")}
    newest = {
        f"{name}{form}" for name in ("all", "topics/above", "topics/t") for form in (".rss.xml", ".atom.xml", ".json")
    }
    assert stale(before, edited) == archives
    assert stale(edited, minor) == archives
    assert stale(minor, corrected) - archives == {"corrections.rss.xml", *newest}
