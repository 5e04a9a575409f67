"""A whole site: what its files say of each other, each rule with a site that breaks it and no other."""

import re
from pathlib import Path

import pytest
from audit.site import FILES, FIRST, SECOND, write

from plugins.audit.audit import NothingBuilt, audit
from plugins.audit.lint import UNREADABLE
from plugins.audit.rules.table import RULES

ROOT = Path(__file__).parents[2]
HOME, NEW, FEED = "index.html", "checks/new/index.html", "feeds/all.rss.xml"
JANUARY, MARCH = "feeds/archive/all-2025-01.rss.xml", "feeds/archive/all-2025-03.rss.xml"
OLDER = '<fh:archive/><atom:link href="https://x.example/feeds/archive/{}.rss.xml" rel="prev-archive"/>'
BROKEN = [
    ("DeadLink", HOME, 'href="/checks/new/"', 'href="/checks/gone/"'),
    ("DeadLink", HOME, "/x.png 2x", "/y.png 2x"),
    ("DeadLink", HOME, "feeds/all.rss.xml", "feeds/gone.rss.xml"),
    ("DeadLink", FEED, "<link>https://x.example/</link>", "<link>https://x.example/checks/gone/</link>"),
    ("DeadLink", FEED, "feed.css", "gone.css"),
    ("DeadAnchor", NEW, "/checks/old/#top", "/checks/old/#bottom"),
    ("DeadAnchor", HOME, 'href="/checks/new/"', 'href="#nothing"'),
    ("DeadCitation", NEW, 'id="src-a"', 'id="src-b"'),
    ("OutsideLink", HOME, 'href="/checks/new/"', 'href="checks/new/"'),
    ("NoAddress", HOME, "canonical", "shortlink"),
    ("DuplicateId", NEW, 'id="cite"', 'id="src-a"'),
    ("MarksNotTwoWay", NEW, 'href="#cite-a-1"', 'href="#cite"'),
    ("MarkName", NEW, 'aria-label="1, A"', 'aria-label="Source A"'),
    ("InlineCode", NEW, '<p id="cite">', '<p id="cite" style="color: red">'),
    ("InlineCode", NEW, '<p id="cite">', '<script>x()</script><p id="cite">'),
    ("SameIdOtherEntry", MARCH, "<category>Trade", "<category>Tariffs"),
    ("SameIdOtherEntry", "feeds/all.json", "<p>Old", "<p>Older"),
    ("SameIdOtherAuthors", "feeds/all.atom.xml", "<name>Ann</name>", "<name>Bo</name>"),
    ("SameIdOtherAuthors", "feeds/all.json", ', "authors": [{"name": "Ann"}]', ""),
    ("HubNotEverywhere", "feeds/all.atom.xml", '<link href="https://hub.example/" rel="hub"/>', ""),
    ("BrokenArchiveChain", JANUARY, "<fh:archive/>", OLDER.format("all-2024-01")),
    ("BrokenArchiveChain", JANUARY, "<fh:archive/>", OLDER.format("all-2025-03")),
    ("BrokenArchiveChain", JANUARY, "all-2025-03.rss.xml", "all-2025-02.rss.xml"),
    ("BrokenArchiveChain", JANUARY, 'feeds/all.rss.xml" rel="current"', 'feeds/corrections.rss.xml" rel="current"'),
    ("ArchiveUnmarked", JANUARY, "<fh:archive/>", ""),
    ("LostArchive", FEED, 'rel="prev-archive"', 'rel="related"'),
    ("ArchivedTwice", JANUARY, SECOND, FIRST),
    ("DeadFeed", "feeds.opml", "all.rss.xml", "gone.rss.xml"),
]


def _codes(folder: Path) -> set[str]:
    return {problem.code for problem in audit(folder)}


def test_nothing_is_said_of_a_good_site(tmp_path: Path) -> None:
    assert audit(write(tmp_path)) == []


@pytest.mark.parametrize(("rule", "file", "old", "new"), BROKEN)
def test_a_broken_site_breaks_its_rule_alone(rule: str, file: str, old: str, new: str, tmp_path: Path) -> None:
    assert _codes(write(tmp_path, file, old, new)) == {rule}


def test_every_name_has_its_site_or_its_feed() -> None:
    source = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "plugins/audit").rglob("*.py")))
    names = set(re.findall(r'"([A-Z]\w*[a-z][A-Z]\w*)"', source))

    assert names == {rule.name for rule in RULES} | {rule for rule, *_ in BROKEN} - {UNREADABLE}


def test_problems_name_the_file_as_people_know_it_and_stand_in_order(tmp_path: Path) -> None:
    write(tmp_path, HOME, 'href="/checks/new/"', 'href="/checks/gone/"')
    (tmp_path / JANUARY).unlink()

    found = [(problem.place.path, problem.code) for problem in audit(tmp_path, "output")]

    assert found == [(f"output/{MARCH}", "BrokenArchiveChain"), ("output/index.html", "DeadLink")]


def test_processes_find_the_same(tmp_path: Path) -> None:
    write(tmp_path, HOME, 'href="/checks/new/"', 'href="/checks/gone/"')
    for number in range(70):
        (tmp_path / f"checks/{number}").mkdir()
        (tmp_path / f"checks/{number}/index.html").write_text(FILES[NEW])
        (tmp_path / f"feeds/{number}.rss.xml").write_text(FILES[FEED])

    assert audit(tmp_path, jobs=2) == audit(tmp_path)


def test_an_empty_folder_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(NothingBuilt, match="invoke build"):
        audit(tmp_path)
