"""Look, plan, send: a release comes to a target in an order in which it may stop at any point."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.deploy.folder import Folder
from plugins.deploy.plan import Plan, Stage, plan
from plugins.deploy.rsync import Rsync
from plugins.deploy.s3 import Bucket
from plugins.deploy.target import FORMS, CannotDeploy, Here, Target, TargetFault
from plugins.press.release import Releases

Watch = Callable[[str, Stage, Iterator[str]], None]
"""Given what is done (`send`, `delete`), a stage, and the files as they are done; has to take them all."""
_SSH = re.compile(r"(?:[\w.-]+@)?(?:[A-Za-z0-9][\w.-]*|\[[0-9A-Fa-f:.]+\]):{1,2}(?P<path>.+)")
_DAEMON = re.compile(r"rsync://(?:[\w.-]+@)?[A-Za-z0-9\[][^/]*/(?P<path>.+)")
_S3 = re.compile(r"s3://(?P<bucket>[a-z0-9][a-z0-9.-]+)(?:/(?P<prefix>.*))?")
_HEAD = "# Files that `invoke deploy` put here. It deletes and replaces no others.\n"


def target_of(text: str, releases: Releases) -> Target:
    """Read `--to`."""
    if bucket := _S3.fullmatch(text):
        prefix = (bucket["prefix"] or "").strip("/")
        return Bucket(bucket["bucket"], f"{prefix}/" if prefix else "")
    if "://" in text and not _DAEMON.fullmatch(text):
        raise CannotDeploy(f"--to {text} is no target: write {FORMS}.")
    if "://" in text or _SSH.fullmatch(text):
        return Rsync(text)
    folder = Path(text).absolute()
    if not text or folder.resolve().is_relative_to(releases.folder.parent.resolve()):
        raise CannotDeploy(f"--to {text} is where builds go: write {FORMS}.")
    return Folder(folder)


def look(here: Here, target: Target) -> Plan:
    """Plan how the target comes to hold what is here."""
    with _disk_refuses():
        ours = frozenset(line for line in target.recorded().splitlines() if line and not line.startswith("#"))
        sizes = {file: local.size for file, local in here.items()}
        return plan(sizes, target.standing(here), ours, target.writing)


def carry_out(todo: Plan, here: Here, target: Target, watch: Watch) -> None:
    """Send, then delete, stage after stage.

    The record says what is ours before it is there, and as long as it is: so it is right wherever this stops.
    """
    meanwhile = todo.ours | here.keys()
    with _disk_refuses():
        if meanwhile != todo.ours:
            target.record(_written(meanwhile))
        for stage in todo.sends:
            watch("send", stage, target.send(here, stage.files))
        for stage in todo.deletes:
            watch("delete", stage, target.delete(here, stage.files))
        if meanwhile != here.keys():
            target.record(_written(here))


def _written(files: Iterable[str]) -> str:
    return _HEAD + "".join(f"{file}\n" for file in sorted(files))


@contextmanager
def _disk_refuses() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TargetFault(f"The system does not let us: {error}") from None
