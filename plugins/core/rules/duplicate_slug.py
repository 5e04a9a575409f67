"""An address leads to one page: slugs, former slugs and former addresses do not collide."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.problems import Finding, Spot
from plugins.core.resolve.holdings import Holding, holdings
from plugins.core.resolve.publication import Publication

_FIX = "rename one of the files, or take the former address out"


def check(publication: Publication) -> Iterator[Finding]:
    """Name every second claim to a file of the output, and the first; a file can be no folder of another.

    Feeds collide where their topics do.
    """
    held = [one for one in holdings(publication) if not (one.path and one.address.startswith(addresses.FEEDS))]
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


def _finding(one: Holding, message: str) -> Finding:
    return Finding(Spot(one.path, one.pointer), "duplicate-slug", message, _FIX)


def _folders(file: str) -> list[str]:
    parts = file.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]
