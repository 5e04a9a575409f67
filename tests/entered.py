"""Copy as an editor leaves it who ran `invoke publish`."""

from pathlib import Path

from plugins.desk.entering import plan
from plugins.desk.ledger_files import write
from plugins.intake.load import load


def enter(content: Path, now: str, *, ahead: bool = False) -> None:
    """Enter into the ledger what is due, without a question; errors in the copy are no matter here."""
    write(content, plan(load(content, "content", now), ahead=ahead).files)
