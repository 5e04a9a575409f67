"""What goes with the lines is spoilt."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "ledger/publication.json"
    path.write_text(path.read_text("utf-8").replace("tag_authority", "authority"), "utf-8")
    (content / "ledger/topics.txt").write_text("bridges!\n", "utf-8")
