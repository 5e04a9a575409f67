"""The kinds of pages that a built site has, told from its files: of each kind the largest page, which shows most."""

from collections.abc import Iterator
from pathlib import Path

PATTERNS = {
    "home": "index.html",
    "checks": "checks/index.html",
    "checks-further": "checks/page/*/index.html",
    "fact-check": "checks/*/index.html",
    "topics": "topics/index.html",
    "topic-further": "topics/*/page/*/index.html",
    "topic": "topics/*/index.html",
    "sources": "sources/index.html",
    "sources-further": "sources/page/*/index.html",
    "source": "sources/*/index.html",
    "publishers": "publishers/index.html",
    "publisher": "publishers/*/index.html",
    "people": "people/index.html",
    "person": "people/*/index.html",
    "draft": "drafts/*/index.html",
    "corrections": "corrections/index.html",
    "search": "search/index.html",
    "feeds": "feeds/index.html",
    "data": "data/index.html",
    "styleguide": "styleguide/index.html",
    "standing": "*/index.html",
    "404": "404.html",
}
"""The files of each kind; one that fits several is of the first."""
ALWAYS = frozenset({"home", "checks", "fact-check", "topic", "source", "corrections", "standing", "404"})
"""What every site must have."""


def kinds(site: Path) -> dict[str, str]:
    """Give an address for each kind that the site has, in every language; of fact-checks the shortest too."""
    languages = sorted(path.parents[1] for path in site.glob("*/checks/index.html"))
    found = dict(_kinds(site, site, {language / "index.html" for language in languages}))
    for language in languages:
        found |= {f"{language.name}/{kind}": address for kind, address in _kinds(site, language, set())}
    return found


def _kinds(site: Path, folder: Path, taken: set[Path]) -> Iterator[tuple[str, str]]:
    for kind, pattern in PATTERNS.items():
        files = [file for file in folder.glob(pattern) if file not in taken and not _leads_on(file)]
        files.sort(key=lambda file: (-file.stat().st_size, file))
        taken.update(files)
        if files:
            yield kind, _address(site, files[0])
        if kind == "fact-check" and len(files) > 1:
            yield "fact-check-short", _address(site, files[-1])


def _leads_on(file: Path) -> bool:
    return b'http-equiv="refresh"' in file.read_bytes()


def _address(site: Path, file: Path) -> str:
    return "/" + file.relative_to(site).as_posix().removesuffix("index.html")
