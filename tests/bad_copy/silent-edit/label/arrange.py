"""A verdict is called otherwise; one that nobody shows may be."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "publication.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace('"True"', "Accurate").replace("Mostly true", "Mostly right"), "utf-8")
