"""Builds the toy publication, and reads the result."""

import re
import shutil
from pathlib import Path

from plugins.intake.load import Loaded
from plugins.press.facts import facts, facts_of_theme
from plugins.press.glue import run
from plugins.press.site import Site
from plugins.press.words import Words

ROOT = Path(__file__).parents[2]
SITE = Path(__file__).parent
ENGLISH = {"en": Words("en", ROOT / "theme" / "locale")}
NOW = "2025-06-01T12:00:00+00:00"

_DIGEST = re.compile(r"(assets/[a-z.]+?)\.[0-9a-f]{10}\.")


def build(output: Path, *, content: Path = SITE / "content", **settings: object) -> None:
    """Build a publication in process."""
    override = {"PATH": str(content), "OUTPUT_PATH": str(output), "PLUMBLINE_NOW": NOW, **settings}
    run(ROOT / "pelicanconf.py", override)


def opened(loaded: Loaded) -> Site:
    """Give copy that was taken in as views read it, at an address of its own."""
    named = facts(loaded.publication) | facts_of_theme({"words en": ""})
    return Site(loaded.publication, "https://toy.example/sub", {}, named, loaded.shelf.whole, ENGLISH)


def tree(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder but those of the search index, which Pagefind makes in no fixed order."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in named.items() if not name.startswith("pagefind/")}


def steady(files: dict[str, bytes]) -> dict[str, bytes]:
    """Leave the theme's own files out, and their digests in names, so that golden pages outlive a new stylesheet."""
    return {
        name: _DIGEST.sub(r"\1.", content.decode()).encode()
        for name, content in files.items()
        if not name.startswith("assets/")
    }


def copy_copy(folder: Path) -> None:
    """Copy the toy publication's copy, to spoil it: without its ledger, which would call every edit a silent one."""
    shutil.copytree(SITE / "content", folder, ignore=shutil.ignore_patterns("ledger"))
