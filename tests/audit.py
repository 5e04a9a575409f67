"""Built pages, taken apart: what no page may get wrong. Gives complaints, so that a test shows them all."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup


def complaints(folder: Path, root: str = "") -> list[str]:
    """Audit every HTML page of a release that stands under the path `root`."""
    soups = {path: BeautifulSoup(path.read_bytes(), "lxml") for path in sorted(folder.rglob("*.html"))}
    ids = {path: [element["id"] for element in soup.find_all(id=True)] for path, soup in soups.items()}
    base = _base(soups[folder / "index.html"], root)
    found = []
    for path, soup in soups.items():
        name = path.relative_to(folder).as_posix()
        found += [f"{name}: {complaint}" for complaint in _page(path, soup, ids)]
        for address in _addresses(soup, base):
            found += [f"{name}: {address}: {fault}" for fault in _dead(address, path, ids, folder, root)]
    return found


def _base(home: BeautifulSoup, root: str) -> str:
    """Where the site will stand, as its front page says, without the path: scheme and host."""
    canonical = home.select_one("link[rel=canonical]")
    return str(canonical["href"]).removesuffix("/").removesuffix(root) if canonical else "nowhere"


def _addresses(soup: BeautifulSoup, base: str) -> Iterator[str]:
    """Give all that a page leads to, loads, sends to or says of itself; absolute addresses of the site as paths."""
    for element in soup.select("[href], [src], [action], [poster]"):
        yield from (str(element[name]) for name in ("href", "src", "action", "poster") if name in element.attrs)
    for element in soup.select("[srcset]"):
        yield from (one.split()[0] for one in str(element["srcset"]).split(","))
    for element in soup.select("meta[http-equiv=refresh]"):
        yield str(element["content"]).partition("url=")[2]
    for element in soup.select(f'link[href^="{base}/"]'):
        yield str(element["href"]).removeprefix(base)


def _page(path: Path, soup: BeautifulSoup, ids: dict[Path, list[str]]) -> Iterator[str]:
    own = ids[path]
    yield from (f"id {one} stands twice" for one in sorted({one for one in own if own.count(one) > 1}))
    marks = soup.select('a[role="doc-biblioref"]')
    backlinks = soup.select('section[role="doc-bibliography"] a[role="doc-backlink"]')
    if sorted(mark["id"] for mark in marks) != sorted(str(link["href"])[1:] for link in backlinks):
        yield f"{len(marks)} marks, {len(backlinks)} backlinks, not two-way"
    for link in marks + backlinks:
        if not str(link.get("aria-label", "")).startswith(link.get_text().strip("[]")):
            yield f"the name of {link} does not begin with what it shows"
    yield from (f"inline {name}" for name in ("style", "onclick", "onload") if soup.find(attrs={name: True}))
    for script in soup.find_all("script"):
        if not script.get("src") and script.get("type") != "application/ld+json":
            yield "a script of the page's own: the Content-Security-Policy stops it"


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
