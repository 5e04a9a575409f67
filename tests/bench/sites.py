"""The sites that are measured: where each stands, how it is made, built and forgotten."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import census
import hugo
import stock
from msgspec import Struct
from synthetic import write_plumbline

PROJECT = Path(__file__).parents[2]
_LEFT_OUT = (".*", "content", "docs", "output", "tests", "__pycache__", "node_modules")
NOW = "2026-01-01"


ASIDE = "aside"


class Site(Struct, frozen=True):
    """A synthetic publication, made for one tool."""

    tool: str
    count: int
    folder: Path
    at: Path
    """Where the command is run."""
    command: list[str]
    output: Path
    made: tuple[Path, ...]
    """What a build leaves behind: output, releases, caches."""
    mark: str
    source: str
    pages_only: tuple[str, ...] = ()
    """By which flags the command makes pages and no search index."""

    @property
    def stamp(self) -> Path:
        """The file that says that the publication is whole and unedited."""
        return self.folder / "made"

    def read(self) -> None:
        """Read the copy once: no tool shall wait for a disk that another one did not wait for."""
        for path in (self.folder / "content").rglob("*.*"):
            if path.is_file():
                path.read_bytes()

    def forget(self) -> None:
        """Move all that an earlier build left aside: the next is cold.

        It is removed when all is measured (`clear`): a file system takes its time to reuse what was just removed.
        """
        for path in self.made:
            if path.is_symlink():
                path.unlink()
            elif path.exists():
                aside = self.folder.parents[1] / ASIDE / uuid4().hex
                aside.parent.mkdir(exist_ok=True)
                path.rename(aside)

    def census(self) -> census.Census:
        """Count what the build made; stop if something is missing."""
        taken = census.take(self.output, self.mark, self.source)
        census.check(taken, self.count, f"{self.tool} ({self.folder})")
        return taken


def plumbline(bench: Path, count: int, flags: list[str]) -> Site:
    """Make the publication for Plumbline; the press is a copy, so that its theme can be edited."""
    press, folder = copy_of_press(bench), bench / f"{count}/plumbline"
    _make(folder, count, write_plumbline)
    command = [str(Path(sys.executable).with_name("invoke")), "build", "--content", str(folder / "content")]
    command += ["--output", str(folder / "output"), "--now", NOW, *flags]
    made = (folder / "output", *(at / name for at in (folder, press) for name in (".cache", ".releases")))
    return Site(
        "plumbline",
        count,
        folder,
        press,
        command,
        folder / "output",
        made,
        'role="doc-biblioref"',
        '<li id="src-',
        ("--keep-index",),
    )


def with_hugo(bench: Path, count: int, flags: list[str]) -> Site:
    """Make the publication for Hugo."""
    del flags
    folder = bench / f"{count}/hugo"
    _make(folder, count, lambda at, number: hugo.write_hugo(at, number, PROJECT / "theme/static"))
    command = [*hugo.command(_tool(bench, "hugo", hugo.PACKAGE)), "--cacheDir", str(folder / "cache")]
    made = (folder / "public", folder / "resources", folder / "cache")
    return Site("hugo", count, folder, folder, command, folder / "public", made, 'href="#src-', '<li id="src-')


def with_stock(bench: Path, count: int, flags: list[str]) -> Site:
    """Make the publication for stock Pelican."""
    del flags
    folder = bench / f"{count}/stock"
    _make(folder, count, stock.write_stock)
    command = stock.command(_tool(bench, "stock", stock.PACKAGE))
    made = (folder / "output", folder / "cache", folder / "__pycache__")
    return Site("stock", count, folder, folder, command, folder / "output", made, 'class="footnote-ref"', '<li id="fn:')


def clear(bench: Path) -> None:
    """Remove what was moved aside."""
    shutil.rmtree(bench / ASIDE, ignore_errors=True)


MAKERS: dict[str, Callable[[Path, int, list[str]], Site]] = {
    "hugo": with_hugo,
    "plumbline": plumbline,
    "stock": with_stock,
}


def copy_of_press(bench: Path) -> Path:
    """Copy the project as it is now, once in a process, without its copy, its tests and what it built."""
    press = bench / "press"
    if press not in _COPIED:
        shutil.rmtree(press, ignore_errors=True)
        shutil.copytree(PROJECT, press, ignore=shutil.ignore_patterns(*_LEFT_OUT))
        _COPIED.add(press)
    return press


_COPIED: set[Path] = set()


def _make(folder: Path, count: int, write: Callable[[Path, int], None]) -> None:
    """Write a publication unless the same stands there whole."""
    stamp, state = folder / "made", _state()
    if stamp.is_file() and stamp.read_text("utf-8") == state:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write(folder / "content" if write is write_plumbline else folder, count)
    stamp.write_text(state, "utf-8")


def _state() -> str:
    """Digest what a publication is made from."""
    here = Path(__file__).parent
    files = [here / "synthetic.py", here / "hugo.py", here / "stock.py"]
    files += sorted(path for top in (hugo.SITE, PROJECT / "theme/static") for path in top.rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _tool(bench: Path, name: str, package: str) -> Path:
    """Install a tool into an environment of its own, once."""
    python = bench / f"tools/{name}/bin/python"
    if not (python.parent / ".done").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", bench / f"tools/{name}"], check=True)
        command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package]
        with (bench / f"tools/{name}/pip.txt").open("w") as log:
            subprocess.run(command, check=True, stdout=log, stderr=log)
        (python.parent / ".done").touch()
    return python
