"""Two alternating trees and one link: a complete new release is switched in at once.

`output` links to `.releases/output/a` or `…/b`. A build brings the tree that is not shown up to date and
renames a new link over `output`. Each tree has a manifest beside it, written last and removed first, so a
tree that a crash left half-way has none and is made anew. Files may be hard-linked between the trees; none
is ever opened for writing.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct


class Entry(Struct, frozen=True, array_like=True):
    """A file of a release: the digest that it was rendered from, and the digest of its bytes."""

    made_from: bytes
    content: bytes


Manifest = dict[str, Entry]


class OutputInTheWay(Exception):
    """Something that is not ours stands where the link to the release belongs."""


class Releases:
    """The releases behind one output link."""

    def __init__(self, output: Path) -> None:
        """`output` is the link that a web server is given."""
        self.output = output
        self.folder = output.parent / ".releases" / output.name

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep a second build on the same output waiting."""
        self._refuse_what_is_not_ours()
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _refuse_what_is_not_ours(self) -> None:
        if self.output.is_symlink() or not self.output.exists():
            return
        if self.output.is_dir() and not any(self.output.iterdir()):
            return  # an empty folder, such as a fresh temporary one, gives way to the link
        raise OutputInTheWay(
            f"{self.output} is a folder or file of its own, and a release is a link there. "
            "Move it away, or name another place with --output."
        )

    def current(self) -> str | None:
        """Name the tree that is shown (`a` or `b`), if one is."""
        if not self.output.is_symlink():
            return None
        target = self.output.resolve()
        return target.name if target.parent == self.folder.resolve() and target.is_dir() else None

    def manifest(self, tree: str | None) -> Manifest:
        """Read the manifest of a tree; empty when there is none to trust."""
        if tree is None:
            return {}
        try:
            return msgspec.msgpack.decode((self.folder / f"{tree}.manifest").read_bytes(), type=Manifest)
        except (OSError, msgspec.MsgspecError):
            return {}

    def write_manifest(self, tree: str, manifest: Manifest) -> None:
        """Write the manifest of a complete tree."""
        path = self.folder / f"{tree}.manifest"
        temporary = path.with_suffix(".new")
        temporary.write_bytes(msgspec.msgpack.encode(manifest))
        temporary.replace(path)

    def switch(self, changed: dict[str, bytes | Path], manifest: Manifest) -> None:
        """Complete the tree that is not shown, and show it.

        `changed` gives bytes (or the file to copy) for each file of the manifest that differs from the
        current release; all others are linked from there.
        """
        shown = self.current()
        tree = "b" if shown == "a" else "a"
        folder = self.folder / tree
        have = self.manifest(tree)
        if not have:
            shutil.rmtree(folder, ignore_errors=True)
        (self.folder / f"{tree}.manifest").unlink(missing_ok=True)
        folder.mkdir(exist_ok=True)
        for file in have.keys() - manifest.keys():
            _remove(folder, file)
        for file, entry in manifest.items():
            if file in have and have[file].content == entry.content:
                continue
            if file in changed:
                _put(folder / file, changed[file])
            else:
                _link(self.folder / str(shown) / file, folder / file)
        self.write_manifest(tree, manifest)
        self._point_to(folder)

    def _point_to(self, folder: Path) -> None:
        if self.output.is_dir() and not self.output.is_symlink():
            self.output.rmdir()
        link = self.folder / "link"
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(folder, self.output.parent))
        link.replace(self.output)


def _put(path: Path, content: bytes | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new~")
    if isinstance(content, bytes):
        temporary.write_bytes(content)
    else:
        shutil.copyfile(content, temporary)
    temporary.replace(path)


def _link(source: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    os.link(source, path)


def _remove(folder: Path, file: str) -> None:
    path = folder / file
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or any(parent.iterdir()):
            return
        parent.rmdir()
