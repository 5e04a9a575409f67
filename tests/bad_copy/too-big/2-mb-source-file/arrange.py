"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    (content / "sources" / "more.yaml").write_text("#" * 2_000_001, "utf-8")
