"""What lists show is the same, packed for many processes or not."""

from pathlib import Path

import build as toy_site

from plugins.core.resolve.listings import Listings, listing_of
from plugins.core.resolve.publication import Publication
from plugins.intake.load import load
from plugins.press.site import Site


def _publication(folder: Path) -> Publication:
    toy_site.copy_copy(folder)
    return load(folder, "content", toy_site.NOW).publication


def test_what_is_packed_is_what_it_was(tmp_path: Path) -> None:
    checks = _publication(tmp_path / "content").factchecks
    packed = Listings(checks)

    assert len(checks) > 1
    assert {name: packed[name] for name in checks} == {name: listing_of(check) for name, check in checks.items()}


def test_what_the_rest_is_fetched_by_is_what_the_brief_has(tmp_path: Path) -> None:
    checks = _publication(tmp_path / "content").factchecks
    packed = Listings(checks)

    filed = {name: (packed.filed(name).path, packed.filed(name).digest) for name in checks}
    assert filed == {name: (check.path, check.brief.digest) for name, check in checks.items()}


def test_fact_checks_have_numbers_other_names_have_none(tmp_path: Path) -> None:
    checks = _publication(tmp_path / "content").factchecks
    packed = Listings(checks)

    assert [packed.number(name) for name in checks] == [*range(len(checks))]
    assert packed.number("moon-cheese/c2") is None


def test_who_reads_a_listing_stands_on_the_fact_check_packed_or_not(tmp_path: Path) -> None:
    publication = _publication(tmp_path / "content")
    names = [*publication.factchecks]
    facts = {f"check {name}": number for number, name in enumerate(names)}
    site = Site(publication, "https://example.org", {}, facts, lambda _: None, {})
    read = [site.watched(lambda name=name: site.listing(name)) for name in names]

    packed = Site(publication, "https://example.org", {}, facts, lambda _: None, {}, Listings(publication.factchecks))

    assert [packed.watched(lambda name=name: packed.listing(name)) for name in names] == read
    assert [stands_on for _, stands_on in read] == [(number,) for number in range(len(names))]


def test_a_listing_knows_the_sources_and_quotes_that_its_marks_name(tmp_path: Path) -> None:
    told = Listings(_publication(tmp_path / "content").factchecks)["moon-cheese"]

    assert [told.cites(one) for one in ("moon-cheese", "office-data", "post")] == [(1, 8), (2, 10), (3, 5)]
    assert told.quotes("moon-cheese", "cheese")
    assert told.quotes("post", "look")
    assert not told.quotes("post", "cheese")
    assert not told.quotes("post", "loo")


def test_parts_that_few_pages_show_are_kept_but_of_a_large_publication(tmp_path: Path) -> None:
    publication = _publication(tmp_path / "content")
    given = publication, "https://example.org", {}, {}, lambda _: None, {}
    made = list[int]()

    def part(_: Site, number: int) -> int:
        made.append(number)
        return -number

    small = Site(*given)
    assert [small.seldom(part, one) for one in (1, 2, 2)] == [-1, -2, -2]
    assert made == [1, 2]

    large = Site(*given, Listings(publication.factchecks))
    assert [large.seldom(part, 3) for _ in range(2)] == [-3, -3]
    assert made == [1, 2, 3, 3]
