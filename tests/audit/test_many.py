"""Every feed of 2,000 fact-checks: our linter and xmllint find nothing. The feeds alone are made; pages have proofs of their own."""

import subprocess
from pathlib import Path

import small
import synthetic
from audit.site import HOME
from readers.tools import needs_readers

from plugins.audit.audit import audit
from plugins.feeds import register
from plugins.feeds.room import pages
from plugins.intake.load import Loaded, load
from plugins.press.pages import renderers
from plugins.press.slots import filled

COUNT = 2000
NOW = "2026-01-01T00:00:00+00:00"


@needs_readers
def test_nothing_is_found(tmp_path: Path) -> None:
    synthetic.write_plumbline(tmp_path / "copy", COUNT)
    site = tmp_path / "site"
    _make_feeds(load(tmp_path / "copy", "content", NOW), site)
    feeds = [*site.rglob("feeds/**/*.xml"), site / "feeds.opml"]

    strict = subprocess.run(["xmllint", "--noout", *feeds], capture_output=True, text=True, check=False)

    assert len(feeds) > 1000
    assert (strict.returncode, strict.stderr) == (0, "")
    assert [problem for problem in audit(site) if problem.place.path != "index.html"] == []


def _make_feeds(loaded: Loaded, folder: Path) -> None:
    """Make the feeds as the press does, into a folder with a front page, which alone leads nowhere."""
    register()
    site = small.site_of(loaded)
    for page in pages(loaded.publication):
        if page.template in renderers:
            _put(folder / page.file, filled(renderers[page.template](page.view_of(site)), site.assets)[0])
    _put(folder / site.assets["feed.css"].address.lstrip("/"), b"")
    _put(folder / "index.html", HOME.replace("https://x.example", site.base).encode())


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
