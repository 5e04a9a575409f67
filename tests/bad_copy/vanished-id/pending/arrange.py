"""One is a draft again, the other is dated anew."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    for name, old, new in (("cost", "authors:", "status: draft\nauthors:"), ("length", "2025-07-01", "2026-07-01")):
        path = content / f"articles/2025/bridge-{name}.md"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
