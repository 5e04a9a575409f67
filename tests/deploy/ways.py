"""Real programs that rsync talks to: a real sshd with keys of its own, and rsync's daemon. Nothing of the user's is read."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.deploy.rsync import Rsync
from tests.deploy.doors import Door, door

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
PATIENCE = 20
_CLIENT = (
    "ssh -F none -p {port} -i {keys}/user -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
)
_SERVER = """\
HostKey {keys}/host
AuthorizedKeysFile {keys}/user.pub
StrictModes no
UsePAM no
PidFile none
PasswordAuthentication no
SetEnv SHLVL=2
"""  # a shell that thinks it is not the first reads no start-up files
_DAEMON = "use chroot = no\n[site]\npath = {far}\nread only = no\nuid = {uid}\ngid = {gid}\n"

needs_rsync = pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is not installed")
needs_sshd = pytest.mark.skipif(not SSHD or not shutil.which("ssh"), reason="OpenSSH's sshd and ssh are not installed")


class Way:
    """A way to a folder: through a door, by ssh or to a daemon."""

    def __init__(self, opened: Door, place: str, environment: dict[str, str]) -> None:
        self.door = opened
        self._place = place
        self._environment = environment

    def target(self, patience: int = PATIENCE) -> Rsync:
        """Give the target."""
        return Rsync(self._place, patience, self._environment)


@contextmanager
def by_ssh(far: Path, keys: Path) -> Iterator[Way]:
    """Open a way by ssh to a folder."""
    keys.mkdir(exist_ok=True)
    for name in ("host", "user"):
        if not (keys / name).exists():
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(keys / name)], check=True)
    (keys / "config").write_text(_SERVER.format(keys=keys))
    if os.geteuid() == 0:  # sshd's own rule for root
        Path("/run/sshd").mkdir(exist_ok=True)
    with door([str(SSHD), "-i", "-f", str(keys / "config")]) as opened:
        yield Way(opened, f"127.0.0.1:{far}", {"RSYNC_RSH": _CLIENT.format(port=opened.port, keys=keys)})


@contextmanager
def by_daemon(far: Path, folder: Path) -> Iterator[Way]:
    """Open a way to rsync's daemon, which serves a folder."""
    folder.mkdir(exist_ok=True)
    (folder / "config").write_text(_DAEMON.format(far=far, uid=os.geteuid(), gid=os.getegid()))
    with door(["rsync", "--daemon", f"--config={folder / 'config'}"]) as opened:
        yield Way(opened, f"rsync://127.0.0.1:{opened.port}/site", {})
