"""One that was entered ahead is a draft again, before anybody saw it."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "articles/2025/rough.md"
    text = (content / "articles/2025/bridge-cost.md").read_text("utf-8").replace("id: bridge-cost", "id: rough")
    path.write_text(text.replace("2025-06-02T", "2026-06-02T"), "utf-8")
    enter(content, NOW, ahead=True)
    path.write_text(path.read_text("utf-8").replace("authors:", "status: draft\nauthors:"), "utf-8")
