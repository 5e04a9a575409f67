"""`python tests/bench/feeding.py --count 10000`: how long feeds take, in one process: of every topic, and the longest archive."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import report
from msgspec import Struct
from msgspec.structs import replace
from synthetic import write_plumbline
from tables import Feeds

PROJECT = Path(__file__).parents[2]
NOW = "2026-01-01T00:00:00+00:00"
ENTRIES, TOPICS, LONGEST = 20, 400, 10_000
GOALS = {"topics": 3.0, "archive": 2.0}
"""Seconds that RSS may take: 400 topic feeds of 20 entries, an archive of 10,000."""

sys.path.insert(0, str(PROJECT))

from plugins.feeds.entries import entries  # noqa: E402 (likewise)
from plugins.feeds.feeds import all_feed, topic_feed  # noqa: E402 (the line above finds it)
from plugins.feeds.json_feed import json_feed  # noqa: E402 (likewise)
from plugins.feeds.rss_and_atom import atom, rss  # noqa: E402 (likewise)
from plugins.feeds.view import Feed  # noqa: E402 (likewise)
from plugins.intake.load import load  # noqa: E402 (likewise)
from plugins.press.facts import facts, facts_of_theme  # noqa: E402 (likewise)
from plugins.press.site import Site  # noqa: E402 (likewise)
from plugins.press.slots import Asset  # noqa: E402 (likewise)
from plugins.press.words import Words  # noqa: E402 (likewise)

FORMS: dict[str, Callable[[Struct], bytes]] = {"RSS": rss, "Atom": atom, "JSON Feed": json_feed}


def measure(content: Path, cache: Path, rounds: int) -> list[Feeds]:
    """Make the entries of every topic's feed, and of one feed of everything, and write them in each form."""
    site = _site(content, cache)
    everything = tuple(site.listed()[:LONGEST])
    topics = [*site.topics][:TOPICS]
    started = time.perf_counter()
    views = [
        replace(topic_feed(site, one, one, ".rss.xml"), entries=entries(site, site.members(one)[:ENTRIES]))
        for one in topics
    ]
    made = time.perf_counter() - started
    started = time.perf_counter()
    archive = replace(all_feed(site, "/feeds/all.rss.xml"), entries=entries(site, everything))
    made_archive = time.perf_counter() - started
    return [
        *(_written(form, views, made, rounds, GOALS["topics"]) for form in FORMS),
        *(_written(form, [archive], made_archive, rounds, GOALS["archive"]) for form in FORMS),
    ]


def _written(form: str, views: list[Feed], made: float, rounds: int, goal: float) -> Feeds:
    texts = [len(entry.html.encode()) for view in views for entry in view.entries]
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        for view in views:
            FORMS[form](view)
        taken.append(time.perf_counter() - started)
    bound = goal if form == "RSS" else None
    return Feeds(form, len(views), len(views[-1].entries), sum(texts) / max(1, len(texts)), made, taken, bound)


def _site(content: Path, cache: Path) -> Site:
    """Take the copy in, as a build has it when it begins to make pages."""
    loaded = load(content, "content", NOW, cached=cache)
    publication = loaded.publication
    named = facts(publication) | facts_of_theme({"words en": "", "asset feed.css": ""})
    words = {"en": Words("en", PROJECT / "theme/locale")}
    assets = {"feed.css": Asset("/assets/feed.css", "")}
    return Site(publication, publication.masthead.url.rstrip("/"), assets, named, loaded.shelf.whole, words)


def main() -> None:
    """Write the publication, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=LONGEST, help="fact-checks of the publication")
    parser.add_argument("--rounds", type=int, default=3, help="how often each form is written")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_plumbline(Path(folder) / "content", given.count)
        print(report.feeds(measure(Path(folder) / "content", Path(folder) / "cache", given.rounds)))  # noqa: T201 (what it is for)


if __name__ == "__main__":
    main()
