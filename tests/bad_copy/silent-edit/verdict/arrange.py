"""A verdict changes, and the correction is of a kind that feeds do not tell of."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "articles/2025/bridge-cost.md"
    text = path.read_text("utf-8").replace('"true"', '"false"')
    minor = "corrections:\n  - {id: c1, date: 2025-11-01, kind: minor, why: A word was wrong.}\n---\nThe mayor"
    path.write_text(text.replace("---\nThe mayor", minor), "utf-8")
