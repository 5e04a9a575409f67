"""All HTML, CSS and SVG of a site is what the standards say, in the eyes of the Nu HTML checker."""

from pathlib import Path

from web.tools import needs_checker, nu

pytestmark = needs_checker

KINDS = {".html", ".css", ".svg"}
FOREIGN = "pagefind"
"""A folder that another program writes, its own style sheets too."""


def test_markup_has_neither_errors_nor_warnings(toy: Path, demonstration: Path) -> None:
    files = [path for folder in (toy, demonstration) for path in sorted(folder.rglob("*")) if path.suffix in KINDS]
    found = nu(path for path in files if FOREIGN not in path.parts)

    assert not found, "\n".join(f"{one.get('url')}:{one.get('lastLine')}: {one['message']}" for one in found)
