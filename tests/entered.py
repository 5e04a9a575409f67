"""Copy as an editor leaves it who ran `invoke publish`."""

from pathlib import Path

from plugins.desk.entering import plan
from plugins.desk.ledger_files import write
from plugins.intake.load import load


def enter(content: Path, now: str, *, ahead: bool = False) -> None:
    """Enter into the ledger what is due, without a question; errors in the copy are no matter here."""
    write(content, plan(load(content, "content", now), ahead=ahead).files)


def enter_ahead(content: Path, now: str) -> Path:
    """Enter what is due, then a fact-check that falls due in June 2026; give its file."""
    enter(content, now)
    path = content / "articles/2025/rough.md"
    text = (content / "articles/2025/bridge-cost.md").read_text("utf-8").replace("id: bridge-cost", "id: rough")
    path.write_text(text.replace("2025-06-02T", "2026-06-02T"), "utf-8")
    enter(content, now, ahead=True)
    return path
