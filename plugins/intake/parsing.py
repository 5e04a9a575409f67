"""Files → what they gave: read and parsed by themselves, side by side, unless the cache knows them as they are."""

from collections.abc import Mapping

from msgspec import Struct

from plugins.core.parse.nouns import Parsed
from plugins.core.problems import Problem
from plugins.crew import Crew
from plugins.intake.cache import Cache, Kept
from plugins.intake.read import Files
from plugins.intake.taken import TEXT, Taken, file_digest, pack, take, unpack
from plugins.stamps import is_fresh


class _Read(Struct, frozen=True, array_like=True):
    """A file that was read: its digest, and, unless it is the known one, what it gave and its parts, packed."""

    digest: bytes
    gave: bytes = b""
    parts: tuple[tuple[int, bytes], ...] = ()


def take_all(files: Files, cache: Cache, kept: Mapping[str, Kept], jobs: int) -> list[Taken]:
    """Take in every text file, in order of path, and note those that changed a moment ago."""
    new = [path for path in files.texts if path not in kept or kept[path].stamp != files.stamps[path]]
    tasks = [(path, kept[path].digest if path in kept else b"") for path in new]
    fresh: dict[str, Taken] = {}
    with Crew(files, jobs) as crew, cache.writing() as pen:
        for place, read in crew.share(_read, tasks):
            path = new[place]
            if isinstance(read, Problem):
                fresh[path] = Taken(Parsed(files.path(path), problems=(read,)))
                files.fresh[path] = b""
                continue
            stamp = files.stamps[path]
            if is_fresh(stamp, files.moment):
                stamp, files.fresh[path] = "", read.digest
            gave = read.gave or kept[path].gave
            fresh[path] = unpack(gave)
            pen.keep(path, Kept(stamp, read.digest, gave), read.parts)
        pen.forget(kept.keys() - files.stamps.keys())
        pen.tidy(lasting=TEXT)  # they are of snapshots: no more of them than were ever looked at
    return [fresh.get(path) or unpack(kept[path].gave) for path in files.texts]


def _read(files: Files, task: tuple[str, bytes]) -> _Read | Problem:
    """Read a file, and parse it unless its digest is the known one: a task of the crew."""
    relative, known = task
    content = files.content(relative)
    if isinstance(content, Problem):
        return content
    digest = file_digest(relative, content)
    if digest == known:
        return _Read(digest)
    gave, parts = pack(*take(relative, files.path(relative), content, digest, files.shown))
    return _Read(digest, gave, parts)
