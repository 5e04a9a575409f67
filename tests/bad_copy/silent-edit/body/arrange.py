"""One word of the body, found in its line; a rewrapped line is no edit."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "articles/2025/bridge-cost.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("million dollars. The newspaper", "million\ndollars. The paper"), "utf-8")
