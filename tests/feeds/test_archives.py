"""Archives (RFC 5005, 4): from a feed one comes to every entry that ever stood in it."""

import pytest
from feeds.samples import ATOM, HISTORY, channel
from lxml import etree
from small import check, loaded, site_of, source

from plugins.core.resolve.feed_content import NEWEST, archived, told
from plugins.feeds.room import pages
from plugins.feeds.rss_and_atom import rss
from plugins.press.pages import Page
from plugins.press.site import Site

Published = dict[str, etree._Element]
TOPICS = {"busy": {"title": "Busy", "aliases": ["former"]}, "all": {"title": "All"}, "none": {"title": "None"}}


def day(number: int) -> str:
    return f"2025-{1 + number // 15:02}-{1 + number % 15:02}"


def written(site: Site, planned: list[Page]) -> Published:
    """Write the RSS feeds of a publication, by their addresses."""
    return {
        f"{site.base}{page.address}": channel(rss(page.view_of(site))) for page in planned if page.template == "rss"
    }


@pytest.fixture(scope="module")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Give the feeds of 70 fact-checks in five months, 55 of them in a topic; one was corrected, one withdrawn."""
    checks = [
        check(f"c{number}", day(number), "s", topics=["busy", *(["all"] if number < 40 else [])] if number < 55 else [])
        for number in range(70)
    ]
    checks[3]["corrections"] = [{"id": "x", "date": "2025-02-20", "kind": "substantial", "why": "Wrong."}]
    checks[4] |= {"status": "withdrawn", "withdrawn": {"date": "2025-03-20", "why": "Wrong."}}
    copy = loaded(tmp_path_factory.mktemp("archives"), checks, sources={"s": source("P")}, topics=TOPICS)
    assert {one.code for one in copy.problems} == {"not-in-ledger"}
    return written(site_of(copy), list(pages(copy.publication)))


def link(feed: etree._Element, rel: str) -> str:
    return next((one.get("href") for one in feed.iterchildren(f"{ATOM}link") if one.get("rel") == rel), "")


def ids(feed: etree._Element) -> list[str]:
    return [one.text.partition(":")[2].partition(":")[2] for one in feed.iter("guid")]


def chain(feeds: Published, address: str) -> list[str]:
    """Walk from a feed back to its first archive."""
    found = []
    while address:
        found.append(address)
        address = link(feeds[address], "prev-archive")
    return found


@pytest.mark.parametrize(
    ("name", "entries"),
    [("all", 70 + 1), ("topics/busy", 55 + 1), ("topics/former", 55 + 1), ("topics/all", 40 + 1), ("topics/none", 0)],
)
def test_the_chain_leads_to_every_entry(feeds: Published, name: str, entries: int) -> None:
    current, *archives = chain(feeds, f"https://small.example/feeds/{name}.rss.xml")

    assert len({one for address in (current, *archives) for one in ids(feeds[address])}) == entries
    assert len(ids(feeds[current])) == min(NEWEST, entries)
    assert feeds[current].find(f"{HISTORY}archive") is None
    assert len(archives) == len(set(archives)) == {70 + 1: 3, 55 + 1: 2, 40 + 1: 1, 0: 0}[entries]
    for after, address in zip(["", *archives], archives, strict=False):
        archive = feeds[address]
        assert link(archive, "self") == address
        assert link(archive, "current") == current
        assert link(archive, "next-archive") == after
        assert archive.find(f"{HISTORY}archive") is not None
        assert len({one.text[8:16] for one in archive.iter("pubDate")}) == 1


def test_an_archive_holds_its_month_and_the_corrections_in_it(feeds: Published) -> None:
    archive = ids(feeds["https://small.example/feeds/archive/all-2025-02.rss.xml"])

    assert archive == ["correction/c3/x", *(f"check/c{number}" for number in range(29, 14, -1))]
    assert archive[0] in ids(feeds["https://small.example/feeds/archive/busy-2025-02.rss.xml"])
    assert "check/c4" not in ids(feeds["https://small.example/feeds/archive/all-2025-01.rss.xml"])
    assert "https://small.example/feeds/archive/topic_all-2025-01.rss.xml" in feeds
    assert "https://small.example/feeds/archive/former-2025-01.rss.xml" in feeds


def test_no_archive_while_the_feed_holds_the_month() -> None:
    months = [told(f"c{number}", f"2025-{month:02}-01T00:00:00+00:00") for month in (5, 4, 3) for number in range(12)]

    assert [*archived(months[:24]).archives] == []
    assert [*archived(months).archives] == ["2025-03"]


def test_a_month_that_fills_the_feed_has_one_at_once() -> None:
    month = [told(f"c{number}", "2025-05-01T00:00:00+00:00") for number in range(10_000)]
    content = archived(month)

    assert len(content.newest) == NEWEST
    assert {name: len(one.entries) for name, one in content.archives.items()} == {"2025-05": 10_000}


def test_months_are_those_that_were_written() -> None:
    """Offsets differ: the older moment has the newer month. Neither is lost, and both archives are found."""
    newer = [told(f"n{number}", "2025-12-01T00:00:00+00:00") for number in range(NEWEST)]
    content = archived([*newer, told("late", "2025-10-31T23:00:00+00:00"), told("early", "2025-11-01T00:30:00+02:00")])

    assert {month: one.entries for month, one in content.archives.items()} == {
        "2025-11": ("early",),
        "2025-10": ("late",),
    }
    assert (content.archives["2025-11"].before, content.archives["2025-10"].after) == ("2025-10", "2025-11")
