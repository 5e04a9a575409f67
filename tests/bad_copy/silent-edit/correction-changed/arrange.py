"""A published correction is made harmless, with a minor one beside it."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "articles/2025/bridge-length.md"
    text = path.read_text("utf-8")
    other = "corrections:\n  - {id: c2, date: 2025-11-01, kind: minor, why: A word was wrong.}\n"
    path.write_text(
        text.replace("A word was misspelt.", "Nothing was wrong.").replace("corrections:\n", other), "utf-8"
    )
