"""Built pages, taken apart: what no page may get wrong. Gives complaints, so that a test shows them all."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup


def complaints(folder: Path, root: str = "") -> list[str]:
    """Audit every HTML page of a release that stands under the path `root`."""
    soups = {path: BeautifulSoup(path.read_bytes(), "lxml") for path in sorted(folder.rglob("*.html"))}
    ids = {path: [element["id"] for element in soup.find_all(id=True)] for path, soup in soups.items()}
    found = []
    for path, soup in soups.items():
        name = path.relative_to(folder).as_posix()
        found += [f"{name}: {complaint}" for complaint in _page(path, soup, ids, folder, root)]
    return found


def _page(path: Path, soup: BeautifulSoup, ids: dict[Path, list[str]], folder: Path, root: str) -> Iterator[str]:
    own = ids[path]
    yield from (f"id {one} stands twice" for one in sorted({one for one in own if own.count(one) > 1}))
    marks = soup.select('a[role="doc-biblioref"]')
    backlinks = soup.select('section[role="doc-bibliography"] a[role="doc-backlink"]')
    if sorted(mark["id"] for mark in marks) != sorted(str(link["href"])[1:] for link in backlinks):
        yield f"{len(marks)} marks, {len(backlinks)} backlinks, not two-way"
    for link in soup.select("a, link, img, script"):
        address = str(link.get("href") or link.get("src") or "")
        yield from (f"{address}: {fault}" for fault in _dead(address, path, ids, folder, root))
    for link in marks + backlinks:
        if not str(link.get("aria-label", "")).startswith(link.get_text().strip("[]")):
            yield f"the name of {link} does not begin with what it shows"
    yield from (f"inline {name}" for name in ("style", "onclick", "onload") if soup.find(attrs={name: True}))
    if soup.select_one('script:not([type="application/ld+json"])'):
        yield "script"


def _dead(address: str, path: Path, ids: dict[Path, list[str]], folder: Path, root: str) -> Iterator[str]:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return
    target = path
    if parts.path:
        if not parts.path.startswith(f"{root}/"):
            yield "leads outside the site"
            return
        target = folder / unquote(parts.path.removeprefix(root)).lstrip("/")
        target = target / "index.html" if parts.path.endswith("/") else target
    if not target.is_file():
        yield "no such file"
    elif parts.fragment and unquote(parts.fragment) not in ids.get(target, []):
        yield "no such anchor"
