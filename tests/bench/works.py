"""The pieces of work that are measured: what is edited before a build, and where the edit has to show."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import census
from measure import Failed
from msgspec import Struct
from sites import Site
from synthetic import shared_source


class Work(Struct, frozen=True):
    """A piece of work: `edit` changes the copy and gives the number of files in which `text` has to show."""

    name: str
    goal: float | None
    """At most so many times the wall time of Hugo's cold build; none: no goal was set."""
    edit: Callable[["Desk", str], int]
    where: str = "checks/*/index.html"
    memory: float | None = None
    """At most so many times the memory of Hugo's cold build."""
    index: bool = False
    """Whether the search index is made too; it has a row of its own."""

    def goals_of(self, tool: str) -> tuple[float | None, float | None]:
        """Give the goals, which are Plumbline's alone."""
        return (self.goal, self.memory) if tool == "plumbline" else (None, None)


def rewrite(path: Path, text: str) -> None:
    """Write a file anew, in place."""
    path.write_text(text, "utf-8")


class Desk:
    """Edits the copy of a site, and puts everything back."""

    def __init__(self, site: Site, write: Callable[[Path, str], None] = rewrite) -> None:
        """Edit a site; `write` is how a file that exists is written."""
        self.site = site
        self._write = write
        self._kept: dict[Path, bytes | None] = {}
        self._edited = site.stamp.with_name("edited")

    @cached_property
    def newest(self) -> Path:
        """The newest fact-check."""
        files = (self.site.folder / "content").rglob("check-*.md")
        return max(files, key=lambda path: (_published(path), path.name))

    @cached_property
    def shared(self) -> tuple[str, int]:
        """A source that about fifty share, and the number of those who do."""
        return shared_source(self.site.count)

    def change(self, path: Path, old: str, new: str, *, after: str = "") -> None:
        """Replace the first `old` that follows `after`."""
        self._keep(path, path.read_bytes())
        head, mark, tail = path.read_text("utf-8").partition(after) if after else ("", "", path.read_text("utf-8"))
        if old not in tail:
            raise Failed(f"{path} has no {old!r}")
        self._write(path, head + mark + tail.replace(old, new, 1))

    def add(self, path: Path, text: str) -> None:
        """Write a new file."""
        self._keep(path, None)
        path.write_text(text, "utf-8")

    def restore(self) -> None:
        """Put everything back."""
        for path, content in self._kept.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content)
        if self._kept:
            self._kept.clear()
            self._edited.rename(self.site.stamp)

    def _keep(self, path: Path, content: bytes | None) -> None:
        """Remember what to put back; without its stamp a publication is made anew, should we be killed."""
        if not self._kept:
            self.site.stamp.rename(self._edited)
        self._kept.setdefault(path, content)


def _published(path: Path) -> str:
    lines = path.read_text("utf-8").splitlines()
    return next(line.split(": ")[1] for line in lines if line.startswith(("published: ", "date: ", "Date: ")))


def forget(desk: Desk, text: str) -> int:
    """Remove everything that was built."""
    del text
    desk.site.forget()
    return 0


def nothing(desk: Desk, text: str) -> int:
    """Change nothing."""
    del desk, text
    return 0


def edit(desk: Desk, text: str) -> int:
    """Add a sentence to the newest fact-check."""
    desk.change(desk.newest, "\n## 2.", f"\n{text}\n\n## 2.")
    return 1


def retitle(desk: Desk, text: str) -> int:
    """Change the title of the newest fact-check: it stands in lists, topics, feeds and at its sources."""
    desk.change(desk.newest, "title: >-\n  ", f"title: >-\n  {text} ")
    return 1


def add(desk: Desk, text: str) -> int:
    """Add a fact-check that is newer than all: every paged list shifts."""
    number = 10**6 + int(text.rstrip(".").rpartition(" ")[2])
    copy = desk.newest.read_text("utf-8").replace(f"id: {desk.newest.stem}\n", f"id: check-{number}\n")
    copy = copy.replace(_published(desk.newest), "2025-12-01", 1)
    desk.add(desk.newest.with_name(f"check-{number}.md"), copy.replace("\n## 2.", f"\n{text}\n\n## 2.", 1))
    return 1


def edit_source(desk: Desk, text: str) -> int:
    """Change the quote of a source that about fifty fact-checks share."""
    source, users = desk.shared
    requote(desk, source, text)
    return users


def requote(desk: Desk, source: str, text: str) -> None:
    """Change the quote of a source."""
    parts = (desk.site.folder / "content/sources").glob("*.yaml")
    path = next(part for part in parts if f"\n{source}:\n" in "\n" + part.read_text("utf-8"))
    desk.change(path, "text: >-\n        ", f"text: >-\n        {text} ", after=f"{source}:\n")


def edit_template(desk: Desk, text: str) -> int:
    """Change the template of fact-checks so that each of their pages changes."""
    path = desk.site.at / "theme/templates/factcheck.html"
    desk.change(path, "{% block main %}", "{% block main %}<!-- " + text + " -->")
    return desk.site.count


def edit_style(desk: Desk, text: str) -> int:
    """Change the stylesheet, whose address (with its digest) stands in every page."""
    path = desk.site.at / "theme/static/style.css"
    desk.change(path, "", f"/* {text} */\n")
    return 1


COLD = Work("cold full build, nothing cached", 0.5, forget, memory=0.25)
BEGIN = Work("cold full build, with which each round begins", None, forget)
AGAIN = Work("one fact-check edited", None, edit)
INCREMENTAL = (
    Work("one fact-check edited, right after the cold build", None, edit),
    Work("one fact-check edited", 0.08, edit),
    Work("one fact-check retitled", None, retitle),
    Work("one fact-check added", None, add),
    Work("one source record edited that about 50 share", 0.12, edit_source),
    Work("nothing changed", 0.05, nothing),
    Work("theme template edited", 0.35, edit_template),
    Work("stylesheet edited", 0.35, edit_style, "assets/style.*.css"),
)
INDEXING = (Work("search index made, nothing else changed", None, nothing, index=True),)


def verify(site: Site, work: Work, text: str, wanted: int) -> None:
    """Stop if an edit does not show."""
    if wanted and (shown := census.holding(site.output, work.where, text)) < wanted:
        raise Failed(f"{site.tool}: “{work.name}” shows in {shown} files, not {wanted}")
