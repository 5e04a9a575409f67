"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    (content / "images" / "again.svg").symlink_to("lengths.svg")
