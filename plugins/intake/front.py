"""`publication.yaml` alone, for what needs no more of the copy."""

from pathlib import Path

from plugins.core.model.publication import Masthead
from plugins.core.parse.file import parse_file
from plugins.core.problems import Severity
from plugins.intake.read import read_file

_FILE = "publication.yaml"


def masthead(folder: Path) -> Masthead | None:
    """Read what is true of the whole publication; `None` when it is not there or has errors."""
    try:
        parsed = parse_file(_FILE, _FILE, read_file(folder / _FILE))
    except OSError:
        return None
    return None if any(one.severity is Severity.ERROR for one in parsed.problems) else parsed.masthead
