"""A small publication with citations and a correction, which readers subscribe to; tests edit its copy as editors do."""

import os
from datetime import datetime
from pathlib import Path
from typing import Any

import build as toy_site
import small

MINUTE, DAY = 60, 24 * 60 * 60
"""In seconds."""
NOW = "2025-06-01T12:00:00+00:00"
SOURCES = {name: small.source(f"The {name.title()}", url=f"https://{name}.example/") for name in ("survey", "minutes")}
PEOPLE = {"ann": {"name": "Ann Author"}, "bo": {"name": "Bo Bell"}}
TOPICS = {"bridges": {"title": "Bridges & roads"}}
CORRECTION = {"kind": "substantial", "was": "It was 90.", "now": "It is 84.", "why": "We misread the survey."}
CHECKS: dict[str, dict[str, Any]] = {
    "length": {
        "topics": ["bridges"],
        "title": "Is the bridge 300 metres long & “old”?",
        "published": "2025-03-01",
        "authors": ["ann"],
    },
    "cost": {
        "topics": ["bridges"],
        "title": "Did the bridge cost a million?",
        "published": "2025-04-01",
        "authors": ["bo"],
    },
    "fees": {"title": "Are there fees – “for ever”? 🌉", "published": "2025-02-01", "authors": ["ann"]},
}
"""Fact-check → its header. All are in the topic but the last; each cites both sources."""


class Desk:
    """The copy of the publication, and the site that is built of it."""

    def __init__(self, folder: Path, base: str) -> None:
        """Work in a folder; the site will stand at an address."""
        self.copy, self.output, self._base = folder / "copy", folder / "site", base
        self._renamed: dict[str, str] = {}
        self._builds = 0
        self.headers = {name: dict(header) for name, header in CHECKS.items()}

    def build(self, **settings: object) -> None:
        """Write the copy anew, and bring the site up to date."""
        checks = [
            small.check(
                name, header["published"], *SOURCES, **{key: header[key] for key in header if key != "published"}
            )
            for name, header in self.headers.items()
        ]
        masthead = {"name": "Small & fine", "people": PEOPLE}
        small.loaded(self.copy, checks, sources=SOURCES, topics=TOPICS, masthead=masthead)
        for name, slug in self._renamed.items():
            (self.copy / f"articles/2025/{name}.md").replace(self.copy / f"articles/2025/{slug}.md")
        settings = {"SITEURL": self._base, "PLUMBLINE_NOW": NOW, "PLUMBLINE_KEEP_INDEX": True, **settings}
        toy_site.build(self.output, content=self.copy, **settings)
        self._builds += 1
        self._date()

    def _date(self) -> None:
        """Let a minute pass between builds: what two of them write in one second is one file to those who ask by date.

        A file that a build wrote has the date of today, which is later than all these; one that it left keeps its own.
        """
        start = datetime.fromisoformat(NOW).timestamp()
        for path in self.output.resolve().rglob("feeds/**/*.*"):
            if path.stat().st_mtime > start + DAY:
                os.utime(path, (start, start + self._builds * MINUTE))

    def correct(self, name: str, day: int, **correction: str) -> None:
        """Enter a correction of a day in May, above those before."""
        entry = {**CORRECTION, "id": f"c{day}", "date": f"2025-05-{day:02}", **correction}
        self.headers[name]["corrections"] = [entry, *self.headers[name].get("corrections", [])]

    def rename(self, name: str, slug: str) -> None:
        """Give a fact-check another address, and remember the former one."""
        self._renamed[name] = slug
        self.headers[name]["slug_history"] = [name]
