"""Deploys a release to a folder, and is killed when a file of the number in the third argument is written but not in its place."""

import os
import signal
import sys
from collections import deque
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from plugins.deploy import release
from plugins.deploy.deploy import carry_out, look
from plugins.deploy.folder import Folder
from plugins.press.release import Releases

OUTPUT, TO, DEADLY = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
moves, move = count(1), Path.replace


def replace(self: Path, target: Path) -> Path:
    """Move a file, or end."""
    if next(moves) == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return move(self, target)


here, folder = release.here(Releases(OUTPUT)), Folder(TO)
plan = look(here, folder)
Path.replace = replace
carry_out(plan, here, folder, lambda _, __, done: deque(done, maxlen=0))
