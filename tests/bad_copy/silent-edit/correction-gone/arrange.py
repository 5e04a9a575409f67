"""A correction that readers saw is taken out."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "articles/2025/bridge-length.md"
    before, _, after = path.read_text("utf-8").partition("corrections:")
    path.write_text(before + "---" + after.partition("---")[2], "utf-8")
