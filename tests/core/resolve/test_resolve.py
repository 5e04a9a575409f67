"""What was written → the publication."""

from datetime import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from plugins.core.model.factcheck import Correction, Header
from plugins.core.model.publication import Masthead
from plugins.core.model.source import Publisher, Source
from plugins.core.model.topic import Select, Topic
from plugins.core.parse.nouns import Draft
from plugins.core.parse.prose import read_prose
from plugins.core.resolve.apart import SUMMARY_LENGTH, shorten, take_apart
from plugins.core.resolve.ledger import holds_until
from plugins.core.resolve.listings import listing_of
from plugins.core.resolve.publication import Copy, Publication
from plugins.core.resolve.resolve import resolve

MASTHEAD = Masthead(name="Bench", url="https://example.org/", tag_authority="example.org,2025", verdicts=(), timezone="America/Toronto")  # fmt: skip
SOURCE = Source(title="Title", publisher="Wire", accessed="2025-11-01", kind="news")
NOW = "2026-01-01T00:00:00+00:00"


def draft(name: str = "case", body: str = "so [1]", **fields: Any) -> Draft:
    fields = {"published": "2025-06-01", "sources": {"1": "wire"}, **fields}
    header = Header(id=fields.pop("id", name), title=name, **fields)
    return Draft(f"content/articles/2025/{name}.md", name, header, read_prose(body)[0], {})


def publish(*drafts_: Draft, now: str = NOW, drafts: bool = False, **fields: Any) -> Publication:
    sources = tuple(("content/sources/a.yaml", name, SOURCE) for name in ("wire", "cbc"))
    return resolve(
        Copy(
            **{
                "briefs": tuple(take_apart(one).brief for one in drafts_),
                "sources": sources,
                "masthead": MASTHEAD,
                **fields,
            }
        ),
        now,
        drafts=drafts,
    )


def correction(name: str, date: str) -> Correction:
    return Correction(id=name, date=date, kind="minor", why="A slip.")


@pytest.mark.parametrize(
    ("fields", "now", "standing"),
    [
        ({}, NOW, "public"),
        ({"status": "published"}, NOW, "public"),
        ({"status": "unlisted"}, NOW, "unlisted"),
        ({"status": "withdrawn"}, NOW, "withdrawn"),
        ({"status": "draft"}, NOW, "draft"),
        ({"status": "draft", "published": "2027-01-01"}, NOW, "draft"),
        ({"published": "2027-01-01"}, NOW, "held"),
        ({"published": "2027-01-01", "status": "unlisted"}, NOW, "held"),
        ({"published": "2027-01-01", "status": "withdrawn"}, NOW, "held"),
        ({"published": "2025-06-01T12:00:00-04:00"}, "2025-06-01T16:00:00+00:00", "public"),
        ({"published": "2025-06-01T12:00:00-04:00"}, "2025-06-01T15:59:59+00:00", "held"),
        ({"published": "2025-06-01"}, "2025-06-01T03:59:59+00:00", "held"),
        ({"published": "2025-06-01"}, "2025-06-01T04:00:00+00:00", "public"),
    ],
)
def test_standing(fields: dict[str, str], now: str, standing: str) -> None:
    (check,) = publish(draft(**fields), now=now).everything()
    assert check.standing == standing


def test_pending_copy_waits_unless_drafts_are_asked_for() -> None:
    written = [draft(name, status=name if name != "held" else "published", published="2027-01-01" if name == "held" else "2025-06-01")
               for name in ("draft", "held", "published", "unlisted", "withdrawn")]  # fmt: skip
    waiting, shown = publish(*written), publish(*written, drafts=True)
    assert set(waiting.pending) == {"draft", "held"}
    assert set(waiting.factchecks) == {"published", "unlisted", "withdrawn"}
    assert not shown.pending
    assert set(shown.factchecks) == {"draft", "held", "published", "unlisted", "withdrawn"}
    assert [check.id for check in waiting.listed()] == [check.id for check in shown.listed()] == ["published"]
    assert len(waiting.everything()) == len(shown.everything()) == 5
    due = waiting.next_due()
    assert due is not None
    assert due.id == "held"


@pytest.mark.parametrize("drafts", [False, True])
@pytest.mark.parametrize(
    ("held", "until"),
    [
        ((), "2026-01-01T00:00:00-05:00"),
        (("2025-12-31T22:00:00-05:00",), "2025-12-31T22:00:00-05:00"),
        (("2025-12-31T23:00:00-05:00", "2025-12-31T21:00:00-05:00"), "2025-12-31T21:00:00-05:00"),
        (("2026-02-01",), "2026-01-01T00:00:00-05:00"),
    ],
)
def test_a_publication_holds_until_midnight_or_until_one_falls_due(
    held: tuple[str, ...], until: str, *, drafts: bool
) -> None:
    written = [draft(f"held-{place}", published=moment) for place, moment in enumerate(held)]
    publication = publish(draft(), *written, now="2025-12-31T12:00:00-05:00", drafts=drafts)
    assert holds_until(publication) == datetime.fromisoformat(until)


@pytest.mark.parametrize(
    ("published", "zone", "moment", "day"),
    [
        ("2025-06-01", "America/Toronto", "2025-06-01T00:00:00-04:00", "2025-06-01"),
        ("2025-12-01", "America/Toronto", "2025-12-01T00:00:00-05:00", "2025-12-01"),
        ("2025-06-01", "UTC", "2025-06-01T00:00:00+00:00", "2025-06-01"),
        ("2025-06-01", "Asia/Kolkata", "2025-06-01T00:00:00+05:30", "2025-06-01"),
        ("2025-06-01", "Nowhere/Land", "2025-06-01T00:00:00+00:00", "2025-06-01"),
        ("2025-06-01", "../etc", "2025-06-01T00:00:00+00:00", "2025-06-01"),
        ("2025-06-01", "", "2025-06-01T00:00:00+00:00", "2025-06-01"),
        ("2025-06-01T23:30:00Z", "America/Toronto", "2025-06-01T23:30:00+00:00", "2025-06-01"),
        ("2025-06-01T01:00:00Z", "America/Toronto", "2025-06-01T01:00:00+00:00", "2025-05-31"),
        ("2025-06-01 23:30-04:00", "Asia/Tokyo", "2025-06-01T23:30:00-04:00", "2025-06-02"),
        ("0001-01-01", "America/Toronto", "0001-01-01T00:00:00-05:17:32", "0001-01-01"),
        ("0001-01-01", "Asia/Kolkata", "0001-01-01T00:00:00+05:53:28", "0001-01-01"),
        ("9999-12-31T23:00:00-05:00", "America/Toronto", "9999-12-31T23:00:00-05:00", "9999-12-31"),
        ("9999-12-31", "America/Toronto", "9999-12-31T00:00:00-05:00", "9999-12-31"),
    ],
)
def test_published(published: str, zone: str, moment: str, day: str) -> None:
    (check,) = publish(draft(published=published), masthead=replace(MASTHEAD, timezone=zone)).everything()
    assert check.published.startswith(moment)
    assert check.day == day


def test_the_day_is_that_of_the_facts_when_it_is_told() -> None:
    (check,) = publish(draft(published="2025-06-01", as_of="2025-05-20")).everything()
    assert check.day == "2025-05-20"


def test_today_is_the_day_in_the_zone_of_the_publication() -> None:
    assert publish(now="2026-01-01T04:59:00+00:00").today == "2025-12-31"
    assert publish(now="2026-01-01T05:00:00+00:00").today == "2026-01-01"


@pytest.mark.parametrize(
    ("fields", "updated"),
    [
        ({}, ""),
        ({"updated": "2025-07-01"}, "2025-07-01T00:00:00-04:00"),
        ({"corrections": (correction("a", "2025-07-02"),)}, "2025-07-02T00:00:00-04:00"),
        ({"corrections": (correction("a", "2025-07-03"), correction("b", "2025-07-02"))}, "2025-07-03T00:00:00-04:00"),
        ({"corrections": (correction("a", "2025-07-02T10:00:00+02:00"), correction("b", "2025-07-02T09:00:00Z"))}, "2025-07-02T09:00:00+00:00"),
        ({"updated": "2025-07-01", "corrections": (correction("a", "2025-07-02"),)}, "2025-07-02T00:00:00-04:00"),
        ({"updated": "2025-07-03", "corrections": (correction("a", "2025-07-02"),)}, "2025-07-03T00:00:00-04:00"),
    ],
)  # fmt: skip
def test_updated(fields: dict[str, Any], updated: str) -> None:
    (check,) = publish(draft(**fields)).everything()
    assert check.updated == updated


def test_newest_first_and_ties_by_day_and_id() -> None:
    written = [
        draft("b", published="2025-06-01"),
        draft("a", published="2025-06-01"),
        draft("c", published="2025-06-01", as_of="2025-05-01"),
        draft("d", published="2025-06-02T01:00:00+09:00"),
        draft("e", published="2025-06-02"),
    ]
    assert list(publish(*written).factchecks) == ["e", "d", "a", "b", "c"]
    assert list(publish(*reversed(written)).factchecks) == ["e", "d", "a", "b", "c"]


def test_of_two_with_one_id_the_first_by_path_stays() -> None:
    publication = publish(draft("a", id="one"), draft("b", id="one"))
    assert [check.brief.slug for check in publication.everything()] == ["a"]


def test_uses_count_what_readers_can_find() -> None:
    written = [
        draft("public"),
        draft("uncited", body="so"),
        draft("draft", status="draft"),
        draft("unlisted", status="unlisted"),
        draft("withdrawn", status="withdrawn"),
        draft("held", published="2027-01-01"),
    ]
    for drafts in (False, True):
        publication = publish(*written, drafts=drafts)
        assert publication.uses == {"wire": ("public",)}
        assert [[*publication.factchecks][number] for number in publication.citing["wire"]] == ["public"]


def test_a_source_used_twice_in_a_fact_check_counts_once() -> None:
    assert publish(draft(body="so [1] and [1]")).uses == {"wire": ("case",)}


def test_one_source_in_five_fact_checks_under_different_numbers() -> None:
    written = [
        draft(f"case-{number}", body=f"so [{number}]", sources={str(number): "wire"}, published=f"2025-06-0{number}")
        for number in range(1, 6)
    ]
    publication = publish(*written)
    assert publication.uses == {"wire": ("case-5", "case-4", "case-3", "case-2", "case-1")}
    assert [*publication.citing["wire"]] == [0, 1, 2, 3, 4]
    listings = map(listing_of, publication.listed())
    assert [one.cites("wire") for one in listings] == [(number, 1) for number in (5, 4, 3, 2, 1)]


def test_topics_have_what_their_children_have() -> None:
    topics = (
        ("content/topics/asia.yaml", "asia", Topic("Asia")),
        ("content/topics/china.yaml", "china", Topic("China", parent="asia", select=Select(any=("china",)))),
        ("content/topics/loop.yaml", "loop", Topic("Loop", parent="pool")),
        ("content/topics/pool.yaml", "pool", Topic("Pool", parent="loop")),
        ("content/topics/void.yaml", "void", Topic("Void")),
    )
    publication = publish(
        draft("old", tags=("china",), published="2025-01-01"),
        draft("new", topics=("china", "asia"), published="2025-06-01"),
        draft("round", topics=("loop",)),
        draft("draft", status="draft", tags=("china",)),
        draft("unlisted", status="unlisted", tags=("china",)),
        topics=topics,
    )
    assert publication.members == {
        "asia": ("new", "old"), "china": ("new", "old"), "loop": ("round",), "pool": ("round",), "void": (),
    }  # fmt: skip
    assert publication.factchecks["unlisted"].topics == ("china",)


def test_publishers_are_found_by_every_name() -> None:
    wire = Publisher(names=("Wire", "Wire Service"))
    publication = publish(publishers=(("content/publishers.yaml", "wire", wire),))
    assert publication.publisher_of == {"Wire": "wire", "Wire Service": "wire"}


def test_an_empty_copy_resolves() -> None:
    publication = resolve(Copy(), NOW)
    assert publication.everything() == []
    assert publication.next_due() is None


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("so it is", 8, "so it is"),
        ("so it is", 7, "so it …"),
        ("so it, is", 8, "so it …"),
        ("so it – is", 9, "so it …"),
        ("", 5, ""),
        ("\U0001f600 so it is", 8, "\U0001f600 so it …"),
    ],
)
def test_shorten(text: str, length: int, short: str) -> None:
    assert shorten(text, length) == short


def test_one_long_word_is_cut_and_not_lost() -> None:
    assert shorten("a" * 400).startswith("a" * 100)


@pytest.mark.parametrize(
    ("fields", "summary"),
    [
        ({"body": "It is so [1]."}, "It is so."),
        ({"body": "It is so [1].", "summary": "Mine."}, "Mine."),
        ({"body": "# So\n\nIt is."}, "It is."),
        ({"body": "- item"}, ""),
    ],
)
def test_summary(fields: dict[str, str], summary: str) -> None:
    (check,) = publish(draft(**fields)).everything()
    assert check.brief.summary == summary


def test_a_long_summary_is_cut_between_words() -> None:
    (check,) = publish(draft(body="word " * 100 + "[1].")).everything()
    assert len(check.brief.summary) <= SUMMARY_LENGTH + 2
    assert check.brief.summary.endswith("word …")


@pytest.mark.parametrize(("own", "lang"), [("", "en"), ("fr", "fr")])
def test_language(own: str, lang: str) -> None:
    (check,) = publish(draft(lang=own)).everything()
    assert check.lang == lang
