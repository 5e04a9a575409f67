"""Every id in every feed would be another."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "publication.yaml"
    path.write_text(
        path.read_text("utf-8").replace("tag_authority: level.example", "tag_authority: other.example"), "utf-8"
    )
