"""Two alternating trees and one link: a complete new release is switched in at once.

`output` links to `.releases/output/a` or `…/b`. A build brings the tree that is not shown up to date and
renames a new link over `output`. Each tree has a manifest beside it, written last and removed first, so a
tree that a crash left half-way has none and is made anew. What nothing can be made of gives way last: until the
new tree is complete, that lies beside both.
"""

import fcntl
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec.structs import replace

from plugins.press.manifest import Manifest, differing
from plugins.press.tree import Tree, remove
from plugins.stamps import stamp_of

_NEW = "new-"
"""So the name of a folder begins in which a tree lies until it takes its place."""


class OutputInTheWay(SystemExit):
    """Something that is not ours stands where the link to the release belongs: the build ends with these words."""


class Releases:
    """The releases behind one output link."""

    def __init__(self, output: Path) -> None:
        """`output` is the link that a web server is given."""
        self.output = output
        self.folder = output.parent / ".releases" / output.name

    @contextmanager
    def locked(self, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
        """Keep a second build on the same output waiting; `waiting` is called when it has to, and may refuse."""
        self._refuse_what_is_not_ours()
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                waiting()
                fcntl.flock(lock, fcntl.LOCK_EX)
            self._note.unlink(missing_ok=True)  # it tells of what may change from here on
            yield

    @property
    def _note(self) -> Path:
        return self.folder / "note"

    def leave_note(self, note: bytes) -> None:
        """Leave a note about what is shown, which holds until somebody locks; while it is locked."""
        self._note.write_bytes(note)

    def note(self) -> bytes:
        """Read the note about what is shown; empty without one, or when something else is shown."""
        try:
            return self._note.read_bytes() if self.shown() else b""
        except OSError:
            return b""

    def _refuse_what_is_not_ours(self) -> None:
        if self.output.is_symlink():
            if (self.output.parent / self.output.readlink()).parent.resolve() == self.folder.resolve():
                return
        elif not self.output.exists():
            return
        elif self.output.is_dir() and not any(self.output.iterdir()):
            return  # an empty folder, such as a fresh temporary one, gives way to the link
        raise OutputInTheWay(
            f"{self.output} is something of its own, and a link to the release belongs there. "
            "Move it away, or name another place (--output; for the bare `pelican` command, -o)."
        )

    def shown(self) -> str | None:
        """Name the tree that is shown (`a` or `b`), if one is."""
        if not self.output.is_symlink():
            return None
        target = self.output.resolve()
        return target.name if target.parent == self.folder.resolve() and target.is_dir() else None

    def _manifest(self, tree: str | None) -> Path:
        return self.folder / f"{tree}.manifest"

    @property
    def _aside(self) -> Path:
        """Where the manifest of a tree lies that is half-way, should nothing be put there."""
        return self.folder / "aside"

    def stamp(self, tree: str) -> str:
        """Give the stamp of the manifest of a tree, which is another when it is written anew; nothing if there is none."""
        try:
            return stamp_of(self._manifest(tree).stat())
        except OSError:
            return ""

    def manifest(self, tree: str | None) -> Manifest:
        """Read the manifest of a tree; empty when there is none to trust."""
        try:
            return msgspec.msgpack.decode(self._manifest(tree).read_bytes(), type=Manifest)
        except (OSError, msgspec.MsgspecError):
            return Manifest()

    def write_manifest(self, tree: str, manifest: Manifest) -> None:
        """Write the manifest of a complete tree."""
        path = self._manifest(tree)
        temporary = path.with_suffix(".new")
        temporary.write_bytes(msgspec.msgpack.encode(manifest))
        temporary.replace(path)

    def spare(self, before: Manifest, *, fresh: bool = False) -> Tree:
        """Open the tree that is not shown, which is half-way from here on until it is completed.

        If `fresh`, or if nothing can be made of that one, it stays as it is, and an empty tree will take its place.
        `before` is the manifest of the tree that is shown.
        """
        shown = self.shown()
        name = "b" if shown == "a" else "a"
        folder = self.folder / name
        unlike = None if fresh or not folder.is_dir() else self._unlike(name, before)
        self._sweep(name)
        if unlike is None:  # never a name that was there: over a network, a worker may remember which folder that was
            folder = self.folder / f"{_NEW}{secrets.token_hex(4)}"
        else:
            self._manifest(name).rename(self._aside)
        folder.mkdir(exist_ok=True)
        return Tree(name, folder, self.folder / shown if shown else None, before.files, unlike)

    def _sweep(self, spare: str) -> None:
        """Clear away what builds that were killed have left."""
        self._aside.unlink(missing_ok=True)
        for left in self.folder.glob(f"{_NEW}*"):
            shutil.rmtree(left, ignore_errors=True)  # a worker may still put something there
        if not self._manifest(spare).exists():
            _clear(self.folder / spare)

    def _unlike(self, tree: str, before: Manifest) -> frozenset[str] | None:
        """Name the files in which a tree differs from the one that is shown; `None` if nothing can be made of it."""
        if before.stamp and before.stamp == self.stamp(tree):
            return frozenset(before.unlike)
        had = self.manifest(tree)
        return differing(had.files, before.files) if had.files and had.trusted else None

    def distrust(self, tree: str | None) -> None:
        """Remember that a tree may be altered: it is made anew when its turn comes, and shown again only if it is whole."""
        if tree and (manifest := self.manifest(tree)).files:
            self.write_manifest(tree, replace(manifest, trusted=False))

    def kept(self) -> str | None:
        """Name the tree of the release before the one that is shown, if it is complete."""
        before = "b" if self.shown() == "a" else "a"
        return before if self.shown() and self.manifest(before).files else None

    def show(self, tree: str) -> None:
        """Switch to a tree whose files are as its manifest has them."""
        self.write_manifest(tree, replace(self.manifest(tree), trusted=True))
        self._point_to(self.folder / tree)

    def faults(self, tree: str) -> Iterator[str]:
        """Name the files of a tree that are not as its manifest has them: missing, or with other bytes."""
        for file, entry in self.manifest(tree).files.items():
            path = self.folder / tree / file
            if not path.is_file() or not entry.is_of(path.read_bytes()):
                yield file

    def complete(self, tree: Tree, manifest: Manifest) -> None:
        """Bring the tree to its manifest, what was put there included, and show it."""
        gone = tree.before.keys() - manifest.files.keys()
        for file in (tree.unlike | gone) - manifest.files.keys():
            remove(tree.folder, file)
        behind = tree.unlike - tree.put_here
        for file in manifest.files:
            if file in behind:
                tree.link(file)
        self._take_place(tree)
        stamp = self.stamp(tree.shown.name) if tree.shown and tree.before else ""
        self.write_manifest(tree.name, replace(manifest, unlike=(*gone, *tree.put_here), stamp=stamp))
        self._point_to(self.folder / tree.name)
        self._aside.unlink(missing_ok=True)

    def _take_place(self, tree: Tree) -> None:
        place = self.folder / tree.name
        if tree.folder != place:
            self._manifest(tree.name).unlink(missing_ok=True)
            _clear(place)
            tree.folder.rename(place)

    def abandon(self, tree: Tree, shown: str, manifest: Manifest) -> None:
        """Close a tree to which nothing was put: both releases are as they were, the manifest of the shown one is new."""
        if tree.folder == self.folder / tree.name:
            self._aside.rename(self._manifest(tree.name))
            manifest = replace(manifest, unlike=tuple(tree.unlike), stamp=self.stamp(tree.name))
        else:
            _clear(tree.folder)
        self.write_manifest(shown, manifest)

    def _point_to(self, folder: Path) -> None:
        if self.output.is_dir() and not self.output.is_symlink():
            self.output.rmdir()
        link = self.folder / "link"
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(folder, self.output.parent))
        link.replace(self.output)


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
