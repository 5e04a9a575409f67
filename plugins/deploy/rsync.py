"""A target that rsync reaches: over ssh (`user@host:path`), or a daemon of its own (`rsync://host/module`)."""

import os
import re
import shutil
import subprocess
import tempfile
import weakref
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path, PurePosixPath

from plugins.deploy.plan import RECORD, WRITING
from plugins.deploy.target import CannotDeploy, Here, TargetFault

_SSH = (
    "-o BatchMode=yes -o ConnectTimeout={0} -o ServerAliveInterval={0} -o ServerAliveCountMax=2 "
    "-o ControlMaster=auto -o ControlPersist={0} -o ControlPath={1}/%C"
)
"""Nobody is asked for a password; one connection serves all calls, since hosts refuse who knocks too often."""
_WILD = re.compile(r"([\\*?\[])")
_WRITING = "(?=[^/]*[a-z])(?=[^/]*[A-Z])[A-Za-z0-9]{6}"
"""What ends the name of a file while rsync writes it: six by chance. Without small and capital letters it may be another's."""
_NOTHING_SUCH = 23
"""The exit code for a file that is not there."""
_PATIENCE = 60


class Rsync:
    """A folder at the other end of rsync, which has to be there, or the one above it."""

    packs = True
    writing = f"{WRITING}|{_WRITING}"

    def __init__(self, place: str, patience: int = _PATIENCE, environment: Mapping[str, str] = os.environ) -> None:
        """`place` is as rsync takes it; `RSYNC_RSH` in the environment is how to log in, as rsync knows it.

        `patience`: so many seconds may pass without a sign of life.
        """
        if not shutil.which("rsync"):
            raise CannotDeploy("The program rsync is not installed. On Debian or Ubuntu: sudo apt-get install rsync")
        self.place = place.rstrip("/") + "/"
        daemon = place.startswith("rsync://") or "::" in place
        sockets = tempfile.mkdtemp(prefix="plumbline-")
        weakref.finalize(self, shutil.rmtree, sockets, ignore_errors=True)
        login = environment.get("RSYNC_RSH") or "ssh"
        if Path(login.split()[0]).name == "ssh":  # what is said first holds for ssh, so theirs comes before ours
            login = f"{login} {_SSH.format(max(1, patience // 4), sockets)}"
        waiting = [f"--timeout={patience}", *([f"--contimeout={patience}"] if daemon else [f"--rsh={login}"])]
        self._command = ["rsync", "-s", "--8-bit-output", *waiting]

    def recorded(self) -> str:
        """Fetch the record."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, RECORD)
            code, _, said = self._run([f"{self.place}{RECORD}", str(path)])
            if code not in {0, _NOTHING_SUCH}:
                raise _fault(code, said)
            return path.read_text("utf-8") if path.exists() else ""

    def standing(self, here: Here) -> dict[str, bool]:
        """Let rsync compare all, by checksum, and tell what it would do."""
        roots = [f"{root}/" for root in _roots(here)]
        wanted = ["-r", "--checksum", "--dry-run", "--delete", "-ii", "--out-format=%i %n"]
        lines = self._done([*wanted, *roots, self.place]).splitlines()
        told = [(line[:11], line[12:]) for line in lines if not line.endswith("/")]
        there = {file: what[2:].isspace() for what, file in told if what[1:2] == "f" and "+" not in what}
        return there | {file: False for what, file in told if what.startswith("*deleting")}

    def record(self, text: str) -> None:
        """Replace the record."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, RECORD)
            path.write_text(text, "utf-8")
            self._done(["--chmod=F644", str(path), self.place])

    def send(self, here: Here, files: Sequence[str]) -> Iterator[str]:
        """Send files; rsync writes each beside its place, then moves it there. Times are not sent: see docs/deploy.md."""
        ways = ["--checksum", "--chmod=D755,F644", "--files-from=-", "--from0", "--out-format=%n"]
        for root, group in groupby(sorted(files, key=lambda file: here[file].root), lambda file: here[file].root):
            names = list(group)
            self._done([*ways, f"{root}/", self.place], "\0".join(names))
            yield from names

    def delete(self, here: Here, files: Sequence[str]) -> Iterator[str]:
        """Delete just these files, and folders that are empty then: all else is excluded, and so protected."""
        patterns = sorted({f"/{one}" for file in files for one in (file, *_folders(file))})
        only = [_WILD.sub(r"\\\1", one) if _WILD.search(one) else one for one in patterns]
        ways = ["-r", "--include-from=-", "--exclude=*", "--delete", "--existing", "--ignore-existing"]
        self._done([*ways, f"{_roots(here)[0]}/", self.place], "\n".join(only))
        yield from files

    def _done(self, arguments: list[str], given: str = "") -> str:
        code, told, said = self._run(arguments, given)
        if code:
            raise _fault(code, said)
        return told

    def _run(self, arguments: list[str], given: str = "") -> tuple[int, str, str]:
        *ways, last = arguments
        options = [one for one in ways if one.startswith("-")]
        places = [one for one in ways if not one.startswith("-")]
        command = [*self._command, *options, "--", *places, last]
        ran = subprocess.run(command, input=given.encode(), capture_output=True, check=False)  # noqa: S603 (a list, no shell)
        return ran.returncode, os.fsdecode(ran.stdout), os.fsdecode(ran.stderr)


def _roots(here: Here) -> list[Path]:
    """Give the folders that the files lie in, that of the release first."""
    return list(dict.fromkeys(local.root for local in here.values()))


def _folders(file: str) -> Iterator[str]:
    return (f"{folder}/" for folder in PurePosixPath(file).parents if folder.name)


def _fault(code: int, said: str) -> TargetFault:
    """Tell what rsync said, without its own places in the source."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return TargetFault(f"rsync ended with code {code}: {' '.join(lines[:3]) or 'it said nothing'}")
