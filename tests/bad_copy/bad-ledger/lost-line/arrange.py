"""A line and its fact-check are gone together: the last text remembers."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    (content / "articles/2025/bridge-length.md").unlink()
    path = content / "ledger/2025.jsonl"
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
