"""One fact-check has a line in the files of two years."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    text = (content / "ledger/2025.jsonl").read_text("utf-8").split("\n")[0].replace("2025-06-02", "2024-06-02")
    (content / "ledger/2024.jsonl").write_text(text + "\n", "utf-8")
