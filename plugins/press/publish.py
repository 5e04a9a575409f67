"""Pages → the new release: find what changed, render it, count, switch."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct

from plugins.crew import Crew
from plugins.press.cluster import Cluster
from plugins.press.making import Press, make, stands
from plugins.press.pages import Page, Thing
from plugins.press.release import Entry, Files, Manifest, ReleaseChanged, Releases, Tree


class Outcome(Struct, frozen=True):
    """What a build did, in numbers of files."""

    files: int
    rendered: int
    written: int
    removed: int

    def line(self) -> str:
        """Say it in a line."""
        if not self.written and not self.removed:
            return f"{self.files} files, nothing changed"
        return f"{self.files} files: {self.written} written, {self.removed} removed"


class SameAddress(Exception):
    """Two pages of ours have one address: a bug, not a fault of the copy."""


def publish(
    press: Press,
    engine: bytes,
    releases: Releases,
    *,
    jobs: int = 1,
    scheduler: str = "",
    full: bool = False,
    waiting: Callable[[], None] = lambda: None,
) -> Outcome:
    """Bring the output up to date; with `full`, make everything whatever the last release knows.

    Pages are made by so many processes (`jobs`), or by the workers of a Dask cluster (`scheduler`, its address).
    `waiting` is called when another build on the same output has to end first.
    """
    _count_addresses(press.things)
    crew = Cluster(press, scheduler, releases.folder) if scheduler else Crew(press, jobs)
    with releases.locked(waiting):
        try:
            return _bring_up_to_date(press, engine, crew, releases, full=full)
        except ReleaseChanged:  # somebody took a file away
            return _bring_up_to_date(press, engine, crew, releases, full=True)


def _bring_up_to_date(
    press: Press, engine: bytes, crew: Crew[Press] | Cluster[Press], releases: Releases, *, full: bool
) -> Outcome:
    shown = releases.shown()
    before = Manifest() if full else releases.manifest(shown)
    known = before.files if before.engine == engine else {}
    facts = frozenset(press.site.facts.values())
    todo = [place for place, thing in enumerate(press.things) if not _stands(thing, known, facts)]
    files = {thing.file: before.files.get(thing.file) for thing in press.things}
    removed = len(before.files.keys() - files.keys())
    if not todo and not removed and shown is not None:
        return Outcome(len(files), 0, 0, 0)
    tree = releases.spare(fresh=full)
    _make(press, crew, todo, files, tree)
    manifest = Manifest(engine, {file: entry for file, entry in files.items() if entry})
    if tree.put_here or removed or shown is None:
        releases.complete(tree, manifest)
    else:
        releases.abandon(tree)
        releases.write_manifest(shown, manifest)
    if full:
        releases.distrust(shown)
    rendered = sum(isinstance(press.things[place], Page) for place in todo)
    return Outcome(len(files), rendered, len(tree.put_here), removed)


def _stands(thing: Thing, known: Files, facts: frozenset[int]) -> bool:
    entry = known.get(thing.file)
    return entry is not None and entry.made_from == thing.made_from and stands(entry, facts)


def _count_addresses(things: Sequence[Thing]) -> None:
    seen: set[str] = set()
    for thing in things:
        if thing.file in seen:
            raise SameAddress(thing.address)
        seen.add(thing.file)


def _make(
    press: Press, crew: Crew[Press] | Cluster[Press], todo: list[int], files: dict[str, Entry | None], tree: Tree
) -> None:
    tasks = [(place, before.content if (before := files[press.things[place].file]) else b"") for place in todo]
    with crew:
        for place, made in zip(todo, crew.share(partial(make, tree.folder), tasks), strict=True):
            file = press.things[place].file
            files[file] = made.entry
            if made.put:
                tree.put_here.add(file)
