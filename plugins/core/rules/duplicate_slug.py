"""An address leads to one page: slugs, former slugs and former addresses do not collide."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.resolve.holdings import Holding
from plugins.core.rules.review import Review

_FIX = "rename one of the files, or take the former address out"


def check(review: Review) -> Iterator[Finding]:
    """Name every second claim to a file of the output, and the first; a file can be no folder of another.

    Feeds collide where their topics do.
    """
    held = [one for one in review.holdings if not (one.path and one.feed)]
    if _all_fit([one.file for one in held]):
        return
    first: dict[str, Holding] = {}
    below: dict[str, Holding] = {}
    for one in held:
        if one.file in first:
            if first[one.file].path:  # of the site's own addresses `bad-slug` tells
                yield _finding(one, f"The address {one.address} is taken by {first[one.file].holder}.")
            continue
        folders = _folders(one.file)
        clash = below.get(one.file) or next((first[folder] for folder in folders if folder in first), None)
        if clash:
            message = f"{one.address} and {clash.address} ({clash.holder}) cannot both be: one is a file, of the other a folder."
            yield _finding(one, message)
            continue
        first[one.file] = one
        for folder in folders:
            below.setdefault(folder, one)


def _all_fit(files: list[str]) -> bool:
    """Tell at once, as is the rule, that no file is there twice and none is a folder of another."""
    known = set(files)
    folders = known
    while folders := {folder.rpartition("/")[0] for folder in folders} - {""}:
        if not known.isdisjoint(folders):
            return False
    return len(known) == len(files)


def _finding(one: Holding, message: str) -> Finding:
    return Finding(Spot(one.path, one.pointer), "duplicate-slug", message, _FIX)


def _folders(file: str) -> list[str]:
    parts = file.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]
