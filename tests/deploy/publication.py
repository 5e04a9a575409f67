"""A small publication that is built twice: a page comes, one goes, one changes, one gets another slug, a topic goes."""

import re
from pathlib import Path

import build
import small

from plugins.core.addresses import file_of
from plugins.deploy.deploy import carry_out, look
from plugins.deploy.kinds import Kind, kind_of
from plugins.deploy.target import Here, Local, Target
from plugins.press.release import Releases

_WAS = [small.check(f"one-{number}", f"2025-01-{number + 10}", "house") for number in range(9)]
BEFORE = [*_WAS, small.check("gone", "2025-02-01", "house", topics=["old"])]
AFTER = [
    *_WAS[:7],
    {**_WAS[7], "title": "Is it so, then?"},
    {**_WAS[8], "slug_history": ["one-8"], "redirect_from": ["/2024/eight.html"]},
    small.check("new", "2025-03-01", "house", topics=["fresh"]),
]
_NAMED = re.compile(rb"https://small\.example(/(?:checks|topics|sources|corrections|2024)/[^\"'<>#?&\s\\)]*)")
"""The addresses of pages and their data in a feed, a sitemap or a list."""
_LINK = re.compile(rb'(?:href|src)="(/[^"#?]*)')


class Both:
    """The two releases as they are deployed."""

    def __init__(self, releases: Releases) -> None:
        self.releases = releases
        self.before = _held(releases, str(releases.kept()))
        self.after = _held(releases, str(releases.shown()))


def _held(releases: Releases, tree: str) -> Here:
    root = releases.folder / tree
    return {file: Local(root, (root / file).stat().st_size) for file in releases.manifest(tree).files}


def read(here: Here) -> dict[str, bytes]:
    """Read every file of a release."""
    return {file: (local.root / file).read_bytes() for file, local in here.items()}


def bring(here: Here, target: Target) -> tuple[int, int]:
    """Deploy, and count what was sent and deleted."""
    plan = look(here, target)
    carry_out(plan, here, target, lambda _, __, done: list(done) and None)
    return plan.sent, plan.deleted


def built(folder: Path) -> Releases:
    """Build both; the later one is shown, the earlier one kept."""
    output = folder / "output"
    for name, checks, topics in (("was", BEFORE, ["old", "kept"]), ("is", AFTER, ["fresh", "kept"])):
        content = folder / name
        small.loaded(
            content,
            checks,
            sources={"house": small.source("house")},
            publishers={"house": {"names": ["house"]}},
            topics={one: {"title": one.title(), "summary": "So."} for one in topics},
        )
        if name == "is":
            (content / "articles/2025/one-8.md").rename(content / "articles/2025/renamed.md")
        build.build(output, content=content, PLUMBLINE_NOW="2026-01-01T00:00:00+00:00")
    return Releases(output)


def tree(folder: Path) -> dict[str, bytes]:
    """Read every file that readers may see."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def missing(files: dict[str, bytes]) -> list[str]:
    """Name what feeds and sitemaps name and is not there, and what pages need and is not there."""
    return [*_missing_pages(files), *_missing_assets(files)]


def _missing_pages(files: dict[str, bytes]) -> list[str]:
    telling = (content for file, content in files.items() if kind_of(file) in {Kind.FEED, Kind.LIST})
    named = {address.decode() for content in telling for address in _NAMED.findall(content)}
    return [one for one in sorted(named) if file_of(one) not in files]


def _missing_assets(files: dict[str, bytes]) -> list[str]:
    pages = (content for file, content in files.items() if file.endswith(".html"))
    named = {link.decode() for content in pages for link in _LINK.findall(content)}
    return [one for one in sorted(named) if one.startswith(("/assets/", "/images/")) and one[1:] not in files]
