"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    (content / "articles" / "2025" / "x.md").mkdir()
    (content / "sources" / "more.yaml").mkdir()
