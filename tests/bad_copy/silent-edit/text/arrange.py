"""A word of the body, the bottom line, a verdict: the first two are shown."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "articles/2025/bridge-cost.md"
    text = path.read_text("utf-8")
    for old, new in (
        ("It cost 40 million", "It cost some 40 million"),
        ('"true"', '"false"'),
        ("took four years", "took five\n  years"),
    ):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
