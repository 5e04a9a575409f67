"""What the system says of a file: who finds the same stamp need not read the file again."""

import os

_GRAIN = 2_000_000_000
"""The coarsest grain of time that a file system is known to have, in ns."""


def stamp_of(status: os.stat_result) -> str:
    """Give size, both times and the inode: whoever changes a file changes one of them."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def is_fresh(stamp: str, moment: int) -> bool:
    """Tell whether a file changed so shortly before a moment (ns) that it may change again without a new stamp."""
    _, modified, changed, _ = map(int, stamp.split())
    return max(modified, changed) > moment - _GRAIN
