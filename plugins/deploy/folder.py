"""A target that is a folder of this machine, or one that is mounted here."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from plugins.deploy.plan import RECORD, WRITING
from plugins.deploy.target import CannotDeploy, Here


class Folder:
    """A folder; the one above it has to be there."""

    packs = True
    writing = WRITING

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        self.folder = folder
        if folder.exists() and not folder.is_dir():
            raise CannotDeploy(f"{folder} is a file: name a folder.")
        if not folder.parent.is_dir():
            raise CannotDeploy(f"There is no folder {folder.parent}: make it first, or correct --to.")

    def recorded(self) -> str:
        """Read the record."""
        path = self.folder / RECORD
        return path.read_text("utf-8") if path.exists() else ""

    def standing(self, here: Here) -> dict[str, bool]:
        """Compare every file that stands there with the one that belongs there."""
        there = {}
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = Path(folder, name)
                file = path.relative_to(self.folder).as_posix()
                there[file] = file in here and _same(path, here[file].root / file, here[file].size)
        return there

    def record(self, text: str) -> None:
        """Replace the record."""
        self._put(RECORD, text.encode())

    def send(self, here: Here, files: Sequence[str]) -> Iterator[str]:
        """Write each file beside its place, then move it there."""
        for file in files:
            self._put(file, (here[file].root / file).read_bytes())
            yield file

    def delete(self, here: Here, files: Sequence[str]) -> Iterator[str]:
        """Delete files."""
        del here
        for file in files:
            (self.folder / file).unlink(missing_ok=True)
            self._prune((self.folder / file).parent)
            yield file

    def _put(self, file: str, content: bytes) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{WRITING}")
        beside.write_bytes(content)
        beside.replace(path)

    def _prune(self, folder: Path) -> None:
        while folder != self.folder and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _same(there: Path, here: Path, size: int) -> bool:
    return there.stat().st_size == size and there.read_bytes() == here.read_bytes()
