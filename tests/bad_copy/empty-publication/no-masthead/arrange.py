"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    (content / "publication.yaml").unlink()
