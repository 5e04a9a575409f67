"""What looking after a source changes is no edit; nor is a quote that nobody showed."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "sources/bridge.yaml"
    text = path.read_text("utf-8").replace("accessed: 2025-06-01", "accessed: 2025-11-01", 1)
    text = text.replace(
        "  kind: news", "  link_status: moved\n  archive: https://archive.example/1\n  note: Read again.\n  kind: news"
    )
    quote = "    - id: opened\n      text: >-\n        opens after four years\n"
    path.write_text(text.replace("  quotes:\n", f"  quotes:\n{quote}"), "utf-8")
    path = content / "articles/2025/bridge-cost.md"
    path.write_text(path.read_text("utf-8").replace("cost 40 million dollars?", "cost 40 million pounds?"), "utf-8")
