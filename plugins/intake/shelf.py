"""Where the copy is fetched from when more of it is needed than the publication holds."""

from pathlib import Path

from plugins.core.parse.header import split
from plugins.core.parse.nouns import Draft
from plugins.core.parse.text import decode
from plugins.core.resolve.apart import Apart, Brief, Filed, Whole
from plugins.engine import digest_of
from plugins.intake.cache import Cache
from plugins.intake.read import read_file
from plugins.intake.taken import (
    POINTERS,
    TEXT,
    WHOLE,
    Taken,
    file_digest,
    pack,
    take,
    unpack_pointers,
    unpack_whole,
)


class CopyChanged(OSError):
    """A file changed while it was being taken in."""


class Shelf:
    """The copy of one folder; what the cache does not hold is read and parsed again."""

    def __init__(self, folder: Path, shown: str, cache: Cache, stored: dict[str, str]) -> None:
        """`shown` is the folder as problems show it; `stored` gives the SHA-256 of pictures and snapshots."""
        self._folder = folder
        self._shown = shown
        self._cache = cache
        self._stored = stored
        self.opened: set[str] = set()
        """The files whose text was asked for, by path below the folder, whether they are there or not."""

    def text(self, path: str) -> str:
        """Give the text of a file by its path as problems show it; empty when it cannot be read."""
        if path != self._shown:  # what is wrong with the whole folder stands in no file
            self.opened.add(self._relative(path))
        try:
            return decode(path, read_file(self._folder / self._relative(path)))[0]
        except OSError:
            return ""

    def body(self, brief: Brief) -> str:
        """Give the Markdown of a fact-check below its header; empty when it cannot be read."""
        return split(self.text(brief.path)).body

    def whole(self, filed: Filed) -> Whole:
        """Give all of a fact-check."""
        packed = self._cache.part(filed.digest, WHOLE)
        return unpack_whole(packed) if packed else self._again(filed).whole

    def draft(self, brief: Brief) -> Draft:
        """Give a draft, without its HTML."""
        packed = self._cache.part(brief.digest, POINTERS)
        return unpack_pointers(packed) if packed else self._again(brief).pointers

    def take(self, relative: str) -> Taken | None:
        """Take a file in as it is now, and keep its parts; `None` when it cannot be read."""
        try:
            content = read_file(self._folder / relative)
        except OSError:
            return None
        digest = file_digest(relative, content)
        taken, apart = take(relative, f"{self._shown}/{relative}", content, digest, self._shown)
        with self._cache.writing() as pen:
            for kind, packed in pack(taken, apart)[1]:
                pen.keep_part(digest, kind, packed)
        return taken

    def snapshot(self, name: str) -> str | None:
        """Give what can be read in a snapshot; `None` for a kind of file that is not read, or when it is gone."""
        digest = digest_of(f"{Path(name).suffix} {self._stored[name]}".encode())  # how it is read hangs on both
        packed = self._cache.part(digest, TEXT)
        if packed is not None:
            return packed.decode()
        from plugins.intake.snapshot_text import snapshot_text  # noqa: PLC0415 (BeautifulSoup is slow to import, and seldom needed)

        try:
            text = snapshot_text(self._folder / name)
        except OSError:
            return None
        if text is not None:
            with self._cache.writing() as pen:
                pen.keep_part(digest, TEXT, text.encode())
        return text

    def _again(self, filed: Filed) -> Apart:
        """Take a fact-check in again: it is not kept, or what was kept is damaged."""
        relative = self._relative(filed.path)
        content = read_file(self._folder / relative)
        digest = file_digest(relative, content)
        apart = take(relative, filed.path, content, digest, self._shown)[1]
        if digest != filed.digest or apart is None:
            raise CopyChanged(f"{filed.path} changed while the site was being built; build again")
        return apart

    def _relative(self, path: str) -> str:
        return path.removeprefix(f"{self._shown}/")
