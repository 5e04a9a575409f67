"""Tells how much disk the measuring takes, before hours are spent."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from measure import Failed
from progress import say

_COPY = 14_000
"""So many bytes a fact-check takes on the disk as it is written."""
_BUILT = 170_000
"""And so many with its share of all that is built from it: pages, feeds, caches. Both are rounded up."""


def demand(folder: Path, builds: Mapping[int, int], tools: list[str]) -> None:
    """Stop if the disk has too little; `builds` tells how often each size is built.

    What was built is removed when all is measured, the copy stays.
    """
    written = sum(count * _COPY for count in builds for tool in tools if not (folder / f"{count}/{tool}/made").exists())
    built = sum(count * often * _BUILT for count, often in builds.items())
    needed = (written + built * len(tools)) / 1e9
    free = shutil.disk_usage(folder).free / 1e9
    say(f"this takes up to {needed:.1f} GB below {folder}; {free:.1f} GB are free")
    if needed > free:
        raise Failed(
            "That is too little disk: free some, name another place with --folder, or measure fewer fact-checks."
        )
