"""Folder → files. The only opener of the copy; what cannot be read is a problem."""

import contextlib
import hashlib
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from plugins.core.addresses import SUFFIXES
from plugins.core.codes import CODES
from plugins.core.parse.text import limit_of
from plugins.core.problems import Place, Problem
from plugins.stamps import stamp_of

_TEXTS = {"articles": ".md", "pages": ".md", "sources": ".yaml", "topics": ".yaml"}
_DEEP = frozenset({"articles", "sources"})
_STORES = frozenset({"images", "snapshots"})
_NAME = re.compile(r"[A-Za-z0-9._/-]+")
_TOP = frozenset({"publication.yaml", "publishers.yaml"})
_LEDGER = re.compile(r"ledger/(?:[0-9]{4}\.jsonl|sources\.txt|topics\.txt|publication\.json)")
_LAST_TEXTS = re.compile(r"ledger/[0-9]{4}")
"""Folders of the ledger that hold what was last published; it is read when an editor is told of a difference."""
PICTURE_LIMIT = 20_000_000
"""The largest picture or snapshot taken in, in bytes."""
_USUAL = 65_536
"""Few text files have more bytes; to ask for all that are allowed would make room for them first."""


class Files(Struct):
    """What lies below `content/`, by path from there: text files, stored files, and what cannot be read."""

    folder: Path
    shown: str
    """The folder as problems show it."""
    texts: list[str]
    stored: list[str]
    problems: list[Problem]
    stamps: dict[str, str]
    """What the system says of each file: equal stamps mean equal content, see `plugins/stamps.py`."""
    moment: int
    """Before any of them was looked at, in ns."""
    last_texts: list[str] = []
    """What lies there in the ledger for each fact-check; only that it does is looked at here."""
    fresh: dict[str, bytes] = {}
    """Those taken in so shortly after they changed that their stamps tell too little, see `plugins/stamps.py`: the digests of what
    was taken in, and nothing where that is not told."""

    def path(self, relative: str) -> str:
        """Give the path that problems show."""
        return f"{self.shown}/{relative}"

    def problem(self, code: str, relative: str, message: str, fix: str) -> Problem:
        """Make a fault of a whole file."""
        return Problem(Place(self.path(relative)), code, CODES[code], message, fix)

    def note(self, code: str, relative: str, message: str, fix: str) -> None:
        """Note a fault of a whole file."""
        self.problems.append(self.problem(code, relative, message, fix))

    def content(self, relative: str) -> bytes | Problem:
        """Read a file, or say why it cannot be read. Of a file that is too big, the beginning."""
        try:
            return read_file(self.folder / relative)
        except OSError as error:
            message = f"This file cannot be read: {error.strerror}."
            return self.problem("not-a-file", relative, message, "mend its permissions")


def find(folder: Path, shown: str) -> Files:
    """Find every file of the copy, in order of path."""
    files = Files(folder, shown, [], [], [], {}, time.time_ns())
    if not folder.is_dir():
        files.problems.append(
            Problem(Place(shown), "empty-publication", CODES["empty-publication"], "There is no such folder.",
                    "name the folder of the copy with --content")
        )  # fmt: skip
        return files
    for relative, entry in _walk(folder, "", files):
        with contextlib.suppress(FileNotFoundError):  # it was there a moment ago
            _sort_in(relative, entry, files)
    return files


def shown(folder: Path) -> str:
    """Give a folder as problems show it: relative to where the command runs, if it lies below."""
    here = Path.cwd()
    return folder.relative_to(here).as_posix() if folder.is_relative_to(here) else folder.as_posix()


def _walk(folder: Path, prefix: str, files: Files) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        message = f"This folder cannot be read: {error.strerror}."
        files.note("not-a-file", prefix.rstrip("/"), message, "mend its permissions")
        return
    for entry in entries:
        if is_hidden(entry.name):
            continue
        relative = prefix + entry.name
        if entry.is_dir(follow_symlinks=False) and _LAST_TEXTS.fullmatch(relative):
            files.last_texts += _last_texts(entry, relative)
            continue
        if entry.is_dir(follow_symlinks=False) and not _named_as_text(entry.name):
            yield from _walk(Path(entry.path), relative + "/", files)
        else:
            yield relative, entry


def _last_texts(folder: os.DirEntry[str], relative: str) -> list[str]:
    """Name the last texts of a year, in order; a folder that cannot be read has none, and the texts are missed when needed."""
    try:
        names = sorted(os.listdir(folder.path))  # noqa: PTH208 (of thousands only the name is wanted)
    except OSError:
        return []
    return [f"{relative}/{name}" for name in names if name.endswith(".md") and name.isascii() and name[0] != "."]


def is_hidden(path: str) -> bool:
    """Tell whether a file is none of the copy's: a program's own, or the one before."""
    return path.startswith(".") or "/." in path or path.endswith("~") or "~/" in path


def _named_as_text(name: str) -> bool:
    return name.endswith((".md", ".yaml"))


def _sort_in(relative: str, entry: os.DirEntry[str], files: Files) -> None:
    try:
        relative.encode()
    except UnicodeEncodeError:
        files.note(
            "bad-slug", relative.encode("utf-8", "replace").decode(), "This file's name is not UTF-8.", "rename it"
        )
        return
    if entry.is_symlink() and not _stays_inside(relative, entry, files):
        files.note("outside-content", relative, "This link leads to nothing, or out of the folder of the copy.",
                   "put the file itself here")  # fmt: skip
        return
    if not entry.is_file():
        files.note("not-a-file", relative, "This is a folder or a device, not a file.", "rename it, or take it away")
        return
    folder, _, rest = relative.partition("/")
    if folder in _STORES and rest:
        _store(relative, entry, files)
    elif (
        (folder in _TEXTS and relative.endswith(_TEXTS[folder]) and (folder in _DEEP or "/" not in rest))
        or relative in _TOP
        or _LEDGER.fullmatch(relative)
    ):
        files.texts.append(relative)
        files.stamps[relative] = stamp_of(entry.stat())
    else:
        files.note(
            "stray-file",
            relative,
            "No part of the publication is kept here; this file is left out.",
            _home_of(relative),
        )


def _stays_inside(relative: str, entry: os.DirEntry[str], files: Files) -> bool:
    """Tell whether a link leads to something in the copy; one among pictures or snapshots, to another of its kind."""
    store = relative.partition("/")[0]
    bound = files.folder / store if store in _STORES else files.folder
    target = Path(entry.path)
    return target.exists() and target.resolve().is_relative_to(bound.resolve())


def _home_of(relative: str) -> str:
    folder, _, rest = relative.partition("/")
    if folder in _TEXTS:
        direct = " lie there directly and" if "/" in rest and folder not in _DEEP else ""
        return f"files in {folder}/{direct} end in {_TEXTS[folder]}"
    if folder == "ledger":
        return "only `invoke publish` writes in ledger/: YYYY.jsonl, YYYY/<id>.md, sources.txt, topics.txt and publication.json"
    return "fact-checks lie in articles/YYYY/, records in sources/, topics in topics/, pages in pages/, pictures in images/"


def _store(relative: str, entry: os.DirEntry[str], files: Files) -> None:
    if not _NAME.fullmatch(relative):
        message = "The name of this file cannot stand in an address everywhere."
        files.note("bad-slug", relative, message, "rename it with a-z, A-Z, 0-9, `.`, `_` and `-`")
        return
    if relative.startswith("images/") and not relative.lower().endswith(SUFFIXES):
        files.note(
            "stray-file",
            relative,
            "This is no picture that browsers show; it is left out.",
            f"pictures end in {', '.join(SUFFIXES)}",
        )
    elif entry.stat().st_size > PICTURE_LIMIT:
        files.note("too-big", relative, f"This file has more than {PICTURE_LIMIT:,} bytes.", "make it smaller")
    else:
        files.stored.append(relative)
        files.stamps[relative] = stamp_of(entry.stat())


def read_file(path: Path) -> bytes:
    """Read a text file; of one that is too big, the beginning."""
    with path.open("rb") as file:
        content = file.read(_USUAL)
        return content + file.read(limit_of(path.name) + 1 - _USUAL) if len(content) == _USUAL else content


def sha256(path: Path) -> str:
    """Give the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
