"""Whose texts are leaned on: grouped by publisher and agency, in the order of use."""

from msgspec.structs import replace

from plugins.core.model.source import Publisher
from plugins.core.resolve.origins import NEWEST, Share, Users
from tests.core.resolve.test_resolve import MASTHEAD, SOURCE, draft, publish

RECORDS = {
    "carried": replace(SOURCE, publisher="Paper", origin="Agency"),
    "carried-too": replace(SOURCE, publisher="Stranger", origin="Agency Inc."),
    "own": replace(SOURCE, publisher="Paper"),
    "itself": replace(SOURCE, publisher="Agency", origin="Agency Inc."),
    "strange": replace(SOURCE, publisher="Stranger"),
    "unused": replace(SOURCE, publisher="Paper"),
}
FIELDS = {
    "sources": tuple(("content/sources/a.yaml", name, one) for name, one in RECORDS.items()),
    "publishers": (
        ("content/publishers.yaml", "agency", Publisher(("Agency", "Agency Inc."))),
        ("content/publishers.yaml", "paper", Publisher(("Paper",))),
        ("content/publishers.yaml", "idle", Publisher(("Idle",))),
    ),
}


def _sources(*names: str) -> dict[str, str]:
    return {str(number): name for number, name in enumerate(names, start=1)}


def test_own_words_and_those_of_others_are_told_apart() -> None:
    made = publish(
        draft("one", "so [1] [2] [3]", sources=_sources("own", "carried", "strange"), published="2025-01-01"),
        draft("two", "so [1] [2]", sources=_sources("carried-too", "itself"), published="2025-03-01"),
        draft("three", "so [1]", sources=_sources("own"), published="2025-02-01"),
        draft("rough", "so [1]", sources=_sources("unused"), status="draft"),
        draft("hidden", "so [1]", sources=_sources("unused"), status="unlisted"),
        **FIELDS,
    )
    agency, paper = made.origins.known["agency"], made.origins.known["paper"]

    assert made.in_use == ("own", "itself", "carried", "carried-too", "strange")
    assert (agency.own, agency.carried) == (("itself", "carried", "carried-too"), ())
    assert (paper.own, paper.carried) == (("own",), ("carried",))
    assert (agency.own_users, paper.own_users, paper.carried_users) == (
        Users(2, ("two", "one")), Users(2, ("three", "one")), Users(1, ("one",)),
    )  # fmt: skip
    assert made.origins.shares() == (
        (Share("agency", 3, 0, 2, 0), Share("paper", 1, 1, 2, 1)),
        (Share("Stranger", 1, 1, 1, 1),),
    )


def test_a_name_that_reads_like_an_id_is_another_publisher() -> None:
    records = {"a": replace(SOURCE, publisher="Agency"), "b": replace(SOURCE, publisher="agency")}
    sources = tuple(("content/sources/a.yaml", name, one) for name, one in records.items())
    made = publish(draft("one", "so [1] [2]", sources=_sources("a", "b")), **{**FIELDS, "sources": sources})

    assert (made.origins.known["agency"].own, made.origins.others["agency"].own) == (("a",), ("b",))


def test_only_the_newest_users_are_named() -> None:
    days = [f"2025-01-{day:02}" for day in range(1, NEWEST + 4)]
    made = publish(*(draft(f"on-{day}", "so [1]", sources=_sources("own"), published=day) for day in days), **FIELDS)

    users = made.origins.known["paper"].own_users
    assert users == Users(len(days), tuple(f"on-{day}" for day in reversed(days[-NEWEST:])))


def test_sources_without_a_record_are_not_counted() -> None:
    made = publish(draft("one", "so [1] [2]", sources=_sources("nowhere", "own")), **FIELDS)

    assert made.in_use == ("own",)
    assert set(made.uses) == {"nowhere", "own"}


def test_works_are_those_written_or_edited_newest_first_each_once() -> None:
    made = publish(
        draft("old", published="2025-01-01", authors=("ada",), edited_by=("bo",)),
        draft("new", published="2025-02-01", authors=("ada", "bo"), edited_by=("ada",)),
        draft("french", published="2025-03-01", authors=("ada",), lang="fr"),
        draft("gone", published="2025-04-01", authors=("ada",), status="withdrawn"),
        masthead=replace(MASTHEAD, languages=("en", "fr")),
    )

    assert made.works_in("ada") == ("new", "old")
    assert made.works_in("ada", "/fr") == ("french",)
    assert made.works_in("bo") == ("new", "old")
    assert made.works_in("nobody") == ()
