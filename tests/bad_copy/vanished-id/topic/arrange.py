"""A topic is renamed without a word of what it was called; another one says it."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "ledger/topics.txt"
    path.write_text(path.read_text("utf-8") + "roads\ntowns\n", "utf-8")
    with (content / "topics/bridges.yaml").open("a", encoding="utf-8") as topic:
        topic.write("aliases: [roads]\n")
