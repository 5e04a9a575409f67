"""A whole year is gone, and what goes with every line."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    (content / "ledger/2025.jsonl").rename(content / "ledger/2024.jsonl")
    path = content / "ledger/2024.jsonl"
    path.write_text(path.read_text("utf-8").replace('"first":"2025', '"first":"2024'), "utf-8")
    (content / "ledger/publication.json").unlink()
