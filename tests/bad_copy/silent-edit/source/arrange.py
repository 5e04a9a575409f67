"""The title of a source that two fact-checks show, and a quote that one of them uses."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    path = content / "sources/bridge.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("after four years", "at last").replace("cost 40", "cost 41"), "utf-8")
