"""An id was changed."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "articles/2025/bridge-length.md"
    path.write_text(path.read_text("utf-8").replace("id: bridge-length", "id: length-of-bridge"), "utf-8")
