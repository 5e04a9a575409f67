"""The order in which files go out, what is deleted, and when somebody has to say yes twice."""

import pytest

from plugins.deploy.folder import Folder
from plugins.deploy.kinds import Kind, kind_of
from plugins.deploy.plan import plan
from plugins.deploy.plan_lines import lines
from plugins.deploy.rsync import Rsync
from plugins.deploy.s3 import Bucket


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("assets/style.0123456789.css", Kind.ASSET),
        ("images/moon.0123456789.svg", Kind.ASSET),
        ("pagefind/pagefind.js", Kind.ASSET),
        ("pagefind/fragment/en_1.pf_fragment", Kind.ASSET),
        ("fonts/one.woff2", Kind.ASSET),
        ("pagefind/pagefind-entry.json", Kind.PAGE),
        ("index.html", Kind.PAGE),
        ("checks/so/index.html.br", Kind.PAGE),
        ("checks/so/sources.json", Kind.PAGE),
        ("feeds/index.html", Kind.PAGE),
        ("fr/feeds/index.html.gz", Kind.PAGE),
        ("_headers", Kind.PAGE),
        ("_redirects.nginx", Kind.PAGE),
        (".well-known/security.txt", Kind.PAGE),
        ("manifest.json", Kind.PAGE),
        ("feeds/all.rss.xml", Kind.FEED),
        ("feeds/all.rss.xml.gz", Kind.FEED),
        ("feeds/all.json", Kind.FEED),
        ("fr/feeds/topics/moon.atom.xml", Kind.FEED),
        ("feeds/archive/all-2025-10.rss.xml", Kind.FEED),
        ("feeds.opml", Kind.LIST),
        ("fr/feeds.opml", Kind.LIST),
        ("sitemap.xml", Kind.LIST),
        ("news-sitemap.xml", Kind.LIST),
        ("robots.txt", Kind.LIST),
        ("rss.xml", Kind.LIST),
    ],
)
def test_kinds(file: str, kind: Kind) -> None:
    assert kind_of(file) == kind


def test_the_order() -> None:
    here = dict.fromkeys(["sitemap.xml", "feeds/all.rss.xml", "feeds/new.rss.xml", "index.html", "new/index.html",
                          "data/checks.json", "assets/a.css", "same/index.html"], 10)  # fmt: skip
    changed = dict.fromkeys(["sitemap.xml", "feeds/all.rss.xml", "index.html", "data/checks.json"], False)
    gone = dict.fromkeys(["assets/old.css", "old/index.html", "feeds/old.rss.xml", "feeds.opml"], False)
    made = plan(here, changed | gone | {"same/index.html": True}, frozenset(changed | gone))

    assert [stage.files for stage in made.sends] == [
        ("assets/a.css",),
        ("new/index.html",),
        ("data/checks.json", "index.html"),
        ("feeds/new.rss.xml",),
        ("feeds/all.rss.xml",),
        ("sitemap.xml",),
    ]
    assert [stage.files for stage in made.deletes] == [
        ("feeds.opml",),
        ("feeds/old.rss.xml",),
        ("old/index.html",),
        ("assets/old.css",),
    ]
    assert (made.sent, made.deleted, made.sends[2].weight) == (7, 4, 20)


def test_nothing_to_do() -> None:
    made = plan({"index.html": 1}, {"index.html": True, "theirs": False}, frozenset({"index.html"}))

    assert (made.sends, made.deletes, made.strange, made.deletes_many) == ((), (), (), False)


@pytest.mark.parametrize(("gone", "many"), [(0, False), (2, False), (3, True), (10, True)])
def test_many_deletes_want_a_second_yes(gone: int, many: bool) -> None:  # noqa: FBT001 (a case)
    there = {f"{number}/index.html": True for number in range(10)}
    here = dict.fromkeys([*there][gone:], 1)

    assert plan(here, there, frozenset(there)).deletes_many is many


def test_others_files_are_neither_deleted_nor_replaced_in_silence() -> None:
    there = {"ads.txt": False, "index.html": False, "about/index.html": True}

    assert plan({"index.html": 1}, there, frozenset()).strange == ("about/index.html", "ads.txt", "index.html")
    made = plan({"index.html": 1, "about/index.html": 1}, there, frozenset({"about/index.html"}))
    assert (made.strange, made.deletes) == (("index.html",), ())


@pytest.mark.parametrize(("target", "cleared"), [(Folder, ()), (Bucket, ()), (Rsync, (".index.html.aB3dE9",))])
def test_what_was_left_half_written_is_cleared_away(
    target: type[Folder | Bucket | Rsync], cleared: tuple[str, ...]
) -> None:
    theirs = [".index.html.backup", ".index.html.202601", ".index.html.BACKUP", ".theirs.html.plumbl", ".htpasswd"]
    there = dict.fromkeys([".index.html.aB3dE9", "a/.b.html.plumbl", "a/.x.html.aB3dE9", *theirs], False)
    made = plan({"index.html": 1}, there, frozenset({"index.html", "a/b.html"}), target.writing)

    assert [stage.files for stage in made.deletes] == [(*cleared, "a/.b.html.plumbl")]


def test_in_words() -> None:
    made = plan(
        {"index.html": 2_340_000},
        dict.fromkeys([f"{one}.html" for one in range(12)], False),
        frozenset({f"{one}.html" for one in range(12)}),
    )

    assert list(lines(made)) == [
        "  send    1 file (pages and data), 2.3 MB",
        "  delete  12 files (pages and data)",
        *(f"          {one}.html" for one in sorted(map(str, range(12)))[:10]),
        "          and 2 more",
    ]
