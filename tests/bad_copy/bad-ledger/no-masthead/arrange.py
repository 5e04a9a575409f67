"""The file that goes with every line is gone."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    (content / "ledger/publication.json").unlink()
