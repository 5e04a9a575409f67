"""Nothing else is kept in the ledger."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    (content / "ledger/notes.txt").write_text("x", "utf-8")
