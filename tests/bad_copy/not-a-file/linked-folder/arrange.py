"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    (content / "articles" / "2024").symlink_to(content / "articles" / "2025")
