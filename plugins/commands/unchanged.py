"""Whether a build has anything to do: nothing, if nothing that it reads changed since the last one.

A build leaves a note beside its release: what it read, as the system tells of files without opening them, until which
moment that gives the same pages, and what there was to say. Whoever touches the release takes the note away first.
"""

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from plugins import settings
from plugins.core.problems import Problem
from plugins.engine import digest_of
from plugins.intake.read import Files
from plugins.press.release import Releases
from plugins.stamps import is_fresh, stamp_of

_HOW = frozenset({settings.NOW, settings.JOBS, settings.SCHEDULER, settings.FULL, settings.STYLE})
"""Settings that tell how pages are made, not which; the clock is looked at by itself."""


class Note(Struct, frozen=True, array_like=True):
    """What a build left: the digest of all that it read, when that holds, its release, what there is to say."""

    read: bytes
    fresh: dict[str, bytes]
    """Files of the copy that had changed a moment before they were taken in: the digests of what was taken in."""
    since: str
    until: str
    release: str
    problems: tuple[Problem, ...]
    lines: tuple[str, ...]


class _Unsure(Exception):
    """A file may change again, or did already, without the system telling."""


class Reading:
    """What a build is about to read: the copy as it was found, our own files, the settings."""

    def __init__(self, project: Path, found: Files, given: Mapping[str, object]) -> None:
        """Look at everything; to be made before anything is read."""
        self._project = project
        self._found = found
        plain = {
            name: value for name, value in given.items() if name not in _HOW and isinstance(value, bool | int | str)
        }
        try:
            self._rest: bytes | None = msgspec.json.encode(
                (
                    plain,
                    found.shown,
                    found.problems,
                    found.last_texts,
                    sys.version,
                    [*_libraries()],
                    [*_ours(project, found.moment)],
                )
            )
        except (_Unsure, OSError):
            self._rest = None

    def note(self, releases: Releases, now: str) -> Note | None:
        """Give the note of the last build, if it did what one at this moment (ISO 8601 with offset) would do."""
        try:
            note = msgspec.msgpack.decode(releases.note(), type=Note)
            if _release(releases) != note.release or self._digest(note.fresh) != note.read:
                return None
        except (_Unsure, OSError, msgspec.MsgspecError):
            return None
        since, until, moment = (datetime.fromisoformat(one) for one in (note.since, note.until, now))
        return note if (moment == since or since < moment < until) and self._are(note.fresh) else None

    def leave_note(self, given: Mapping[str, Any], lines: tuple[str, ...]) -> None:
        """Leave a note for the next build, unless something could change that it would not see."""
        from plugins.core.resolve.ledger import holds_until  # whoever has nothing to do needs nothing of the kind

        publication, problems = given[settings.PUBLICATION], given[settings.PROBLEMS]
        releases = Releases(Path(given["OUTPUT_PATH"]))
        ours = all(name.startswith("plugins.") for name in given["PLUGINS"]) and not given["PLUGIN_PATHS"]
        if not ours or Path(given["THEME"]) != self._project / "theme":
            return
        if not given[settings.SHELF].opened <= self._found.stamps.keys():  # a last text of the ledger, say
            return
        with contextlib.suppress(_Unsure, OSError):
            note = Note(
                read=self._digest(self._found.fresh),
                fresh=self._found.fresh,
                since=publication.now,
                until=publication.now if _awaits(problems) else holds_until(publication).isoformat(),
                release=_release(releases),
                problems=problems,
                lines=lines,
            )
            releases.leave_note(msgspec.msgpack.encode(note))

    def _digest(self, fresh: Mapping[str, bytes]) -> bytes:
        """Digest what is read: files of the copy by their stamps, fresh ones by what was taken in."""
        if self._rest is None or not all(fresh.values()):
            raise _Unsure
        told = self._found.stamps | {path: digest.hex() for path, digest in fresh.items()}
        return digest_of(self._rest + "\n".join(f"{path} {stamp}" for path, stamp in told.items()).encode())

    def _are(self, fresh: Mapping[str, bytes]) -> bool:
        """Tell whether files are what was taken in."""
        if not fresh:
            return True
        from plugins.intake.taken import file_digest  # seldom needed

        contents = ((self._found.content(path), path, digest) for path, digest in fresh.items())
        return all(isinstance(one, bytes) and file_digest(path, one) == digest for one, path, digest in contents)


def _awaits(problems: tuple[Problem, ...]) -> bool:
    """Tell whether a problem may go away within the day."""
    return any(one.code == "dated-ahead" for one in problems)


def _release(releases: Releases) -> str:
    """Tell which release is shown, and what the system says of its manifest."""
    shown = releases.shown()
    stamp = releases.stamp(shown) if shown else ""
    if not stamp:
        raise _Unsure
    return f"{shown} {stamp}"


def _libraries() -> Iterator[str]:
    """Name every library that Python finds, with its version, those first that it finds first."""
    for folder in filter(os.path.isdir, dict.fromkeys(sys.path)):
        yield from sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith("-info"))


def _ours(project: Path, moment: int) -> Iterator[str]:
    """Tell what the system says of the settings, the code and the theme."""
    own = ((stamp_of(path.stat()), str(path)) for path in sorted(project.glob("*.py")))
    for stamp, path in chain(own, _stamps(f"{project}/plugins"), _stamps(f"{project}/theme")):
        if is_fresh(stamp, moment):
            raise _Unsure
        yield f"{path} {stamp}"


def _stamps(folder: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_symlink():
            raise _Unsure
        if not entry.is_dir():
            yield stamp_of(entry.stat()), entry.path
        elif entry.name != "__pycache__":
            yield from _stamps(entry.path)
