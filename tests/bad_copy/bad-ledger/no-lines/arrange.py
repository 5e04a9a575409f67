"""All lines are gone: this is no publication that never had a ledger."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    (content / "ledger/2025.jsonl").unlink()
