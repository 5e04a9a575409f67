"""One more is due; a draft is not."""

from pathlib import Path

from entered import enter

NOW = "2025-12-01T12:00:00+00:00"


def arrange(content: Path) -> None:
    enter(content, NOW)
    for name, more in (("third", ""), ("rough", "\nstatus: draft")):
        path = content / f"articles/2025/bridge-{name}.md"
        text = (content / "articles/2025/bridge-cost.md").read_text("utf-8")
        path.write_text(text.replace("id: bridge-cost", f"id: bridge-{name}{more}"), "utf-8")
