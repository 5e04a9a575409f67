"""sfeed, the smallest of readers: it takes what curl fetched and gives lines with tabs."""

from datetime import UTC, datetime
from pathlib import Path

from readers.shown import Shown, shown
from readers.tools import run

_RC = 'sfeedpath="{folder}"\nfeeds() {{\n\tfeed "one" "{feed}"\n}}\n'
_FIELDS = ("time", "title", "link", "text", "kind", "id", "author")


def subscribe(home: Path, feed: str) -> list[Shown]:
    """Fetch a feed as its user does, and give what is kept of it."""
    home.mkdir()
    (home / "sfeedrc").write_text(_RC.format(folder=home / "feeds", feed=feed))
    run(home, "sfeed_update", str(home / "sfeedrc"))
    return [_item(line) for line in (home / "feeds/one").read_text("utf-8").splitlines()]


def _item(line: str) -> Shown:
    fields = dict(zip(_FIELDS, line.split("\t"), strict=False))
    day = datetime.fromtimestamp(int(fields.pop("time")), UTC).date()
    del fields["kind"]
    return shown(**fields, day=day)


def found_on(page: bytes, address: str, home: Path) -> list[tuple[str, str]]:
    """Find the feeds that a page tells of: address and type of each."""
    lines = run(home, "sfeed_web", address, given=page).splitlines()
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines]


def imported(opml: bytes, home: Path) -> str:
    """Import a list of feeds; give the configuration that it makes."""
    return run(home, "sfeed_opml_import", given=opml)
