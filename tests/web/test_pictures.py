"""`make pictures` shows a page as every reader sees it."""

from pathlib import Path

from web.pictures import take
from web.tools import needs_browser_tools

pytestmark = needs_browser_tools

READERS = {
    "desktop-light", "desktop-dark", "phone-light", "phone-dark", "narrow", "spaced", "spaced-narrow", "forced-colours",
    "zoom-400", "print",
}  # fmt: skip
WIDTHS = {"desktop-light": 1280, "phone-dark": 390, "narrow": 320, "zoom-400": 1280}


def test_a_page_is_shown_as_every_reader_sees_it(toy: Path, tmp_path: Path) -> None:
    files = take(toy, tmp_path, {"fr/not-found": "/404.html"})

    shown = {file.stem: file.read_bytes() for file in files if file.suffix in {".png", ".pdf"}}
    assert shown.keys() >= READERS
    assert {file.parent for file in files} == {tmp_path / "fr/not-found"}
    assert {name: int.from_bytes(shown[name][16:20]) for name in WIDTHS} == WIDTHS
    assert shown["desktop-light"] != shown["desktop-dark"]
    assert shown["print"].startswith(b"%PDF")
