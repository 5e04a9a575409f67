"""Packed forms that a server gives out instead of packing at every request: `.gz` and `.br` beside a file.

They lie in a folder beside the releases, and are made anew only for files that changed. The same bytes give the same
packed form: no clock, no name goes in.
"""

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from plugins.crew import Crew
from plugins.deploy.kinds import PACKED
from plugins.deploy.target import CannotDeploy, Here, Local
from plugins.forked import cores
from plugins.press.manifest import Entry, Manifest
from plugins.press.release import Releases
from plugins.press.tree import put

SMALL = 512
"""Files of fewer bytes are not worth it."""
NAME = "packed"
_TEXT = (".html", ".css", ".js", ".json", ".xml", ".opml", ".txt", ".bib", ".svg")


class Job(Struct, frozen=True):
    """A file to pack: the folder that it lies in, and where the packed forms go."""

    source: Path
    to: Path


def with_packed(releases: Releases, here: Here) -> Here:
    """Give the files with the packed forms of those that are worth it, which are brought up to date first."""
    if not here:
        return here
    source, to = next(iter(here.values())).root, releases.folder / NAME
    contents = releases.manifest(source.name).files
    wanted = {file: contents[file] for file, one in here.items() if file.endswith(_TEXT) and one.size >= SMALL}
    _bring_up_to_date(releases, Job(source, to), wanted)
    packed = (file + ending for file in wanted for ending in PACKED)
    return {**here, **{file: Local(to, (to / file).stat().st_size) for file in packed}}


def _bring_up_to_date(releases: Releases, job: Job, wanted: Mapping[str, Entry]) -> None:
    """Pack what changed, remember what it was made from, and remove what is not wanted any more."""
    _demand_brotli()
    had = releases.manifest(NAME).files
    todo = [file for file, entry in wanted.items() if file not in had or had[file].content != entry.content]
    kept = {file: entry for file, entry in had.items() if file in wanted and wanted[file].content == entry.content}
    releases.write_manifest(NAME, Manifest(files=kept))
    job.to.mkdir(exist_ok=True)
    with Crew(job, cores()) as crew:
        for _ in crew.share(_pack, todo):
            pass
    for file in had.keys() - wanted.keys():
        for ending in PACKED:
            (job.to / f"{file}{ending}").unlink(missing_ok=True)
    releases.write_manifest(NAME, Manifest(files=dict(wanted)))


def _pack(job: Job, file: str) -> None:
    content = (job.source / file).read_bytes()
    for ending, packed in _packed(content):
        put(job.to, file + ending, packed)


def _packed(content: bytes) -> Iterator[tuple[str, bytes]]:
    import brotli  # noqa: PLC0415 (an extra: only who packs has it)

    yield PACKED[0], gzip.compress(content, 9, mtime=0)
    yield PACKED[1], brotli.compress(content, mode=brotli.MODE_TEXT, quality=11)


def _demand_brotli() -> None:
    try:
        import brotli  # noqa: F401, PLC0415 (likewise)
    except ImportError:
        raise CannotDeploy(
            "--compress needs the library brotli: .venv/bin/python -m pip install --require-hashes --no-deps -r requirements-deploy.lock"
        ) from None
