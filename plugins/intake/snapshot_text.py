"""The text of a stored HTML or text snapshot, for searching. The door to BeautifulSoup in this room."""

from pathlib import Path

from bs4 import BeautifulSoup


def snapshot_text(path: Path) -> str | None:
    """Give the visible text; `None` for a kind of file that is not read."""
    if path.suffix in {".html", ".htm"}:
        soup = BeautifulSoup(path.read_bytes(), "lxml")
        for element in soup(["script", "style", "template", "noscript"]):
            element.decompose()
        return soup.get_text(" ")
    if path.suffix in {".txt", ".md"}:
        return path.read_text("utf-8", "replace")
    return None
