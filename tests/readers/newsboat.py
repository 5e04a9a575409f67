"""newsboat, a reader for the terminal: what it keeps is a database that its reader may look at."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from readers.shown import Shown, shown
from readers.tools import run


class Newsboat:
    """A person who reads some feeds in newsboat."""

    def __init__(self, home: Path, *feeds: str) -> None:
        """Subscribe to feeds."""
        home.mkdir()
        self._home = home
        (home / "urls").write_text("".join(f"{feed}\n" for feed in feeds))
        (home / "config").write_text("")

    def reload(self) -> None:
        """Fetch all feeds."""
        self._do("-x", "reload")

    def unread(self) -> int:
        """Count what it says is unread."""
        said = re.search(r"(\d+) unread", self._do("-x", "print-unread"))
        assert said
        return int(said[1])

    def read_all(self) -> None:
        """Read everything: a list of ids that are read goes in as another newsboat would hand it over."""
        (self._home / "read").write_text("".join(f"{one.id}\n" for one in self.items()))
        self._do("-I", "read")

    def items(self, *, unread: bool = False) -> list[Shown]:
        """Give the items that it shows, those unread alone if so asked; each once, in how many feeds it may stand."""
        query = "select guid, title, author, pubDate, url, content from rss_item where deleted = 0"
        with closing(sqlite3.connect(self._home / "cache.db")) as known:
            rows = known.execute(f"{query} and unread = 1" if unread else query).fetchall()
        found = {
            row[0]: shown(
                id=row[0],
                title=row[1],
                author=row[2],
                day=datetime.fromtimestamp(row[3], UTC).date(),
                link=row[4],
                text=row[5],
            )
            for row in rows
        }
        return list(found.values())

    def _do(self, *flags: str) -> str:
        return run(self._home, "newsboat", "-C", "config", "-u", "urls", "-c", "cache.db", *flags)
