"""One that was entered ahead is a draft again, before anybody saw it."""

from pathlib import Path

from entered import enter_ahead

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    path = enter_ahead(content, NOW)
    path.write_text(path.read_text("utf-8").replace("authors:", "status: draft\nauthors:"), "utf-8")
