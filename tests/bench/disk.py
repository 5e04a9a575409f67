"""Tells how much disk the growth takes, before hours are spent."""

import shutil
from pathlib import Path

from measure import Failed
from progress import say

_COPY = 14_000
"""So many bytes a fact-check takes on the disk as it is written."""
_BUILT = 120_000
"""And so many with its share of all that is built from it: pages, feeds, caches. Both are rounded up."""


def demand(folder: Path, counts: list[int], tools: list[str]) -> None:
    """Stop if the disk has too little; each size is removed before the next is built, its copy stays."""
    written = sum(count * _COPY for count in counts for tool in tools if not (folder / f"{count}/{tool}/made").exists())
    needed = (written + max(counts) * _BUILT * len(tools)) / 1e9
    free = shutil.disk_usage(folder).free / 1e9
    say(f"growth to {max(counts):,} takes up to {needed:.1f} GB below {folder}; {free:.1f} GB are free")
    if needed > free:
        raise Failed("That is too little disk: free some, name another place with --folder, or grow to less.")
