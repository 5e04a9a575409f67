"""Make what git cannot store."""

from pathlib import Path


def arrange(content: Path) -> None:
    (content / "topics" / "deep.yaml").write_text("title: " + "[" * 100_000, "utf-8")
    (content / "articles" / "2025" / "deep.md").write_text("---\n" + "{a: " * 100_000 + "\n---\nText.\n", "utf-8")
