"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    (content / "articles" / "2025" / "long.md").write_text("x" * 10_000_000, "utf-8")
