"""What files gave when they were parsed before. It saves time and decides nothing: all of it can be made again.

One SQLite file. `files` is read whole at the start of a build; `parts` holds, by the digest of a file, what is fetched
only when a page shows it. A cache that is damaged, foreign or of another engine is begun anew; one that cannot be
written is done without. It does not wait for the disk: should the power fail, the checksums tell.
"""

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

_TABLES = """
PRAGMA page_size = 16384;
CREATE TABLE engine (digest BLOB);
CREATE TABLE files (path TEXT PRIMARY KEY, stamp TEXT, digest BLOB, gave BLOB) WITHOUT ROWID;
CREATE TABLE parts (digest BLOB, kind INTEGER, content BLOB, PRIMARY KEY (digest, kind));
"""
_SUM = 4
_WAIT = 20.0
"""So many seconds another process may keep us waiting."""
_NO_USE = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
})  # fmt: skip
"""What tells of the system, not of what is in the file."""
SPARE = 500
"""So many parts of files that are gone are kept, for a build that runs beside this one or an editor who goes back."""


class Kept(Struct, frozen=True, array_like=True, gc=False):
    """What is kept of a file: its stamp (empty: not to be trusted), the digest of path and content, what it gave."""

    stamp: str
    digest: bytes
    gave: bytes


class _Damaged(Exception):
    """Something is kept that nobody wrote."""


class Cache:
    """What is kept of the files of one folder of copy; without a path, nothing is."""

    def __init__(self, path: Path | None, engine: bytes) -> None:
        """Name the file; it is opened when it is needed, in each process for itself."""
        self._path = path
        self._engine = engine
        self._opened: tuple[int, sqlite3.Connection] | None = None

    def __reduce__(self) -> tuple[type["Cache"], tuple[Path | None, bytes]]:
        """Travel to another process by name."""
        return Cache, (self._path, self._engine)

    def files(self) -> dict[str, Kept]:
        """Give what is kept of every file, by path below the folder of the copy."""
        try:
            return self._files()
        except (_Damaged, sqlite3.Error) as error:
            if isinstance(error, _Damaged) or getattr(error, "sqlite_errorcode", 0) & 0xFF not in _NO_USE:
                self._begin_anew()
            return {}

    def part(self, digest: bytes, kind: int) -> bytes | None:
        """Fetch a part of a file; `None` when it is not kept."""
        question = "SELECT content FROM parts WHERE digest = ? AND kind = ?"
        try:
            connection = self._connection()
            row = connection.execute(question, (digest, kind)).fetchone() if connection else None
            return _sound(row[0]) if row else None
        except (_Damaged, sqlite3.Error):
            return None

    @contextlib.contextmanager
    def writing(self) -> Iterator["Pen"]:
        """Write in one transaction; what cannot be kept is not kept, and nothing is said."""
        pen = Pen(None)
        with contextlib.suppress(sqlite3.Error):
            pen = Pen(self._connection())
        try:
            yield pen
            pen.finish()
        finally:
            pen.give_up()

    def _files(self) -> dict[str, Kept]:
        connection = self._connection()
        if connection is None:
            return {}
        if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            connection.executescript(_TABLES)
            connection.execute("INSERT INTO engine VALUES (?)", (self._engine,))
        if connection.execute("SELECT digest FROM engine").fetchone() != (self._engine,):
            raise _Damaged
        rows = connection.execute("SELECT path, stamp, digest, gave FROM files")
        return {
            path: Kept(stamp, digest, _sound(gave, f"{path} {stamp}".encode() + digest))
            for path, stamp, digest, gave in rows
        }

    def _connection(self) -> sqlite3.Connection | None:
        """Open the file in this process: a connection must not be carried over a fork."""
        if self._path is None:
            return None
        if self._opened is None or self._opened[0] != os.getpid():
            with contextlib.suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, _WAIT, isolation_level=None, check_same_thread=False)
            connection.execute("PRAGMA synchronous = OFF")
            self._opened = os.getpid(), connection
        return self._opened[1]

    def _begin_anew(self) -> None:
        """Throw everything away; where that is not allowed, do without."""
        if self._opened:
            self._opened[1].close()
        self._opened = None
        try:
            if self._path:
                self._path.unlink(missing_ok=True)
                self._path.with_name(f"{self._path.name}-journal").unlink(missing_ok=True)
            self._files()
        except (OSError, sqlite3.Error, _Damaged):  # another process may be quicker, and another engine
            self._path = None


class Pen:
    """Writes to a cache until something is in the way."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        """Begin; without a connection nothing is written."""
        self._connection = connection
        self._do("BEGIN IMMEDIATE")

    def keep(self, path: str, kept: Kept, parts: Iterable[tuple[int, bytes]] = ()) -> None:
        """Keep what a file gave, and parts of it."""
        gave = _summed(kept.gave, f"{path} {kept.stamp}".encode() + kept.digest)
        self._do("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", path, kept.stamp, kept.digest, gave)
        for kind, content in parts:
            self.keep_part(kept.digest, kind, content)

    def keep_part(self, digest: bytes, kind: int, content: bytes) -> None:
        """Keep a part of a file."""
        self._do("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", digest, kind, _summed(content))

    def forget(self, paths: Iterable[str]) -> None:
        """Forget files that are gone."""
        for path in paths:
            self._do("DELETE FROM files WHERE path = ?", path)

    def tidy(self, lasting: int) -> None:
        """Forget the parts that no file has, when there are many; those of a kind that lasts stay."""
        counted = self._do(
            "SELECT (SELECT count(*) FROM parts WHERE kind != ?) - 2 * (SELECT count(*) FROM files)", lasting
        )
        if counted and counted[0] > SPARE:
            self._do("DELETE FROM parts WHERE kind != ? AND digest NOT IN (SELECT digest FROM files)", lasting)

    def finish(self) -> None:
        """Make it count."""
        self._do("COMMIT")

    def give_up(self) -> None:
        """Let go of what does not count yet."""
        if self._connection and self._connection.in_transaction:
            self._do("ROLLBACK")

    def _do(self, command: str, *values: str | bytes | int) -> tuple[int, ...] | None:
        if self._connection is None:
            return None
        try:
            row: tuple[int, ...] | None = self._connection.execute(command, values).fetchone()
        except sqlite3.Error:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            self._connection = None
            return None
        return row


def _summed(content: bytes, of: bytes = b"") -> bytes:
    """Add a checksum of the content, and of what it belongs to."""
    return content + zlib.crc32(content, zlib.crc32(of)).to_bytes(_SUM)


def _sound(summed: bytes, of: bytes = b"") -> bytes:
    content = summed[:-_SUM]
    if zlib.crc32(content, zlib.crc32(of)).to_bytes(_SUM) != summed[-_SUM:]:
        raise _Damaged
    return content
