"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    (content / "articles" / "2025" / "gone.md").symlink_to("nowhere.md")
    (content / "images" / "round.png").symlink_to("round.png")
