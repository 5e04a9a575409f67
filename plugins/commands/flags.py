"""How commands read their flags and how they end: 0 clean, 1 the copy or a no, 2 the use, 3 our bug, 130 stopped."""

import errno
import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoke import Exit

from plugins.intake.report import STYLES
from plugins.press.release import OutputInTheWay

if TYPE_CHECKING:  # each command starts sooner without
    from plugins.core.resolve.publication import Publication

ROOT = Path(__file__).resolve().parents[2]
"""The project's folder."""
CRASH = ROOT / "plumbline-crash.txt"
"""Where the report of a bug is written."""
STOPPED = "Stopped; everything is as it was."
KILLED = "The system ended one of our processes, most likely for want of memory: free some, or try `--jobs 1`."
WAITING = "Another build is writing to this output; waiting for it to end."


def guarded(
    crash: Path, assured: str = "The last release is untouched."
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Turn what goes wrong in a command into its exit code; the report of a bug is written to `crash`.

    `assured` says how things stand when the system refuses something.
    """

    def around(body: Callable[..., None]) -> Callable[..., None]:
        @wraps(body)
        def run(*given: Any, **flags: Any) -> None:
            try:
                body(*given, **flags)
            except OutputInTheWay as error:
                raise Exit(str(error), 2) from None
            except (Exit, SystemExit):
                raise
            except KeyboardInterrupt:
                raise Exit(STOPPED, 130) from None
            except OSError as error:
                raise Exit(f"The system does not let us: {error}. {assured}", 2) from None
            except Exception as error:  # noqa: BLE001 (the last resort)
                raise _ended(error, crash, assured) from None

        return run

    return around


def _ended(error: Exception, crash: Path, assured: str) -> Exit:
    """What is missing or at work is told; all else is a bug: exit code 3, and a file to send."""
    from concurrent.futures.process import BrokenProcessPool

    from plugins.desk.ledger_files import Busy
    from plugins.press.cluster import NoCluster
    from plugins.press.search_index import NoIndex

    # While a class is made, Python makes a RuntimeError of an interrupt, as of whatever is raised in `__set_name__`.
    if isinstance(error.__cause__, KeyboardInterrupt):
        return Exit(STOPPED, 130)
    if isinstance(error, Busy | NoCluster | NoIndex):
        return Exit(str(error), 2)
    if isinstance(error, BrokenProcessPool):
        return Exit(f"{KILLED} {assured}", 2)
    crash.write_text("".join(traceback.format_exception(error)), "utf-8")
    return Exit(f"This is a bug in Plumbline, not your fault. Please send us {crash.name}.", 3)


def clocked(now: str | None) -> str:
    """Read `--now`: a day or a moment; left out, it is now. ISO 8601 with offset."""
    if not now:
        return datetime.now(UTC).isoformat()
    try:
        read = datetime.fromisoformat(now)
    except ValueError:
        raise Exit(f"--now {now} is no date: write 2026-01-31 or 2026-01-31T12:00:00+00:00.", 2) from None
    if not 1000 < read.year < 9999:
        raise Exit(f"--now {now} lies outside the calendar that we know.", 2)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).isoformat()


def folder_of(given: str | None, usual: Path) -> Path:
    """Read a flag that names a folder; left out, the usual one."""
    return Path(given).resolve() if given else usual


def existing(folder: Path) -> Path:
    """Demand that the folder of the copy is there."""
    if folder.is_dir():
        return folder
    raise Exit(f"There is no folder {folder}: name the folder of the copy with --content.", 2)


def address(base: str) -> str:
    """Read `--base`: where the site will stand."""
    if re.fullmatch(r"https?://[A-Za-z0-9.:\[\]-]+(/[^\s?#]*)?", base):
        return base
    raise Exit(f"--base {base} is no address of a site: write https://host or https://host/folder.", 2)


def style(given: str | None, known: Sequence[str] = STYLES) -> str | None:
    """Read `--format`."""
    if given is None or given in known:
        return given
    raise Exit(f"--format {given} is not known: write {', '.join(known)}.", 2)


def jobs(given: int) -> int:
    """Read `--jobs`; 0 leaves the number to us."""
    if given >= 0:
        return given
    raise Exit(f"--jobs {given}: name a number of processes, or leave it out.", 2)


def not_waiting() -> None:
    """End instead of waiting for another build, as `--no-wait` asks."""
    raise Exit("Another build is writing to this output; nothing was done. Try again, or leave --no-wait out.", 2)


@contextmanager
def on_port(port: int) -> Iterator[None]:
    """Say so when the port of the preview is taken."""
    try:
        yield
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise Exit(f"Port {port} is taken: name another with --port.", 2) from None


def waiting_copy(publication: "Publication") -> Iterator[str]:
    """Say where a build with drafts shows them, which held fact-check falls due next, how many the ledger lacks."""
    for check in publication.factchecks.values():
        if check.pending:
            yield f"{check.standing}: {check.address} ({check.path})"
    due = publication.next_due()
    if due:
        yield f"Held until {due.published}: {due.path}"
    from plugins.core.resolve.ledger import unentered

    waiting = len(unentered(publication))
    if waiting:
        yield f"Waiting for the ledger: {waiting} fact-check{'' if waiting == 1 else 's'} (`invoke publish`)"


def counted(publication: "Publication") -> str:
    """Count the fact-checks in words."""
    count = len(publication.factchecks)
    return f"{count} fact-check{'' if count == 1 else 's'}"
