"""A source that had a page loses its record."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "ledger/sources.txt"
    path.write_text(path.read_text("utf-8") + "statistics-2024-bridges\n", "utf-8")
