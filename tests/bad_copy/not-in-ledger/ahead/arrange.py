"""One that was entered ahead is edited, and moved, before it falls due."""

from pathlib import Path

from entered import enter_ahead

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    path = enter_ahead(content, NOW)
    path.write_text(path.read_text("utf-8").replace("2026-06-02T", "2027-06-02T"), "utf-8")
