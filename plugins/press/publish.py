"""Pages → the new release: find what changed, render it, count, index, switch."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import compress

from msgspec import Struct
from msgspec.structs import replace

from plugins.crew import SMALL, Crew
from plugins.press.cluster import Cluster
from plugins.press.indexing import Indexing
from plugins.press.making import Made, Making, Press, make
from plugins.press.manifest import Entry, Files, Known, Manifest, to_write
from plugins.press.order import ahead, in_order, weight
from plugins.press.pages import Page, Thing
from plugins.press.release import Releases
from plugins.press.restyling import heirs, restyling
from plugins.press.spool import spool_if_large
from plugins.press.standing import ground, standing
from plugins.press.tree import ReleaseChanged, Tree

Stage = Callable[[str], AbstractContextManager[object]]
"""Given the name of a stage; what happens inside is it."""
CrewOf = Callable[[Making], Crew[Making] | Cluster[Making]]
"""Gives who makes pages, all with the making given."""


class Outcome(Struct, frozen=True):
    """What a build did, in numbers of files."""

    files: int
    rendered: int
    written: int
    removed: int

    def again(self) -> "Outcome":
        """Tell what a build does that comes right after this one."""
        return Outcome(self.files, 0, 0, 0)

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
    shown: bytes = b"",
    jobs: int = 1,
    scheduler: str = "",
    full: bool = False,
    keep_index: bool = False,
    waiting: Callable[[], None] = lambda: None,
    stage: Stage = nullcontext,
    done: Callable[[Outcome], object] = lambda _: None,
) -> Outcome:
    """Bring the output up to date; with `full`, make everything whatever the last release knows.

    `shown` is what the release shows of each fact-check, which is noted with it.
    With `keep_index` the search index stays as it is, whatever pages it was made from; not if all is made.
    Pages are made by so many processes (`jobs`), or by the workers of a Dask cluster (`scheduler`, its address).
    `waiting` is called when another build on the same output has to end first, `stage` for each stage, `done` before
    another build may begin.
    """
    crew = _crew(press.things, jobs, scheduler, releases)
    bring = partial(_bring_up_to_date, press, engine, crew, releases, stage, shown)
    with releases.locked(waiting):
        try:
            outcome = bring(full=full, keep_index=keep_index)
        except ReleaseChanged:  # somebody took a file away, or a folder stands in the way of a file
            outcome = bring(full=True)
        done(outcome)
        return outcome


def _crew(things: Sequence[Thing], jobs: int, scheduler: str, releases: Releases) -> CrewOf:
    if scheduler:
        return partial(Cluster, scheduler=scheduler, folder=releases.folder)
    return partial(Crew, jobs=jobs, weigh=lambda place: weight(things[place]))


def _bring_up_to_date(
    press: Press,
    engine: bytes,
    crew: CrewOf,
    releases: Releases,
    stage: Stage,
    shows: bytes,
    *,
    full: bool,
    keep_index: bool = False,
) -> Outcome:
    indexing = Indexing(engine, releases.folder, keep_index and not full)
    shown = releases.shown()
    before = Manifest() if full else releases.manifest(shown)
    entries = _entries(press.things, before.files)
    same_engine = before.engine == engine
    theme = press.theme()
    grounds = ground(
        before.facts, frozenset(press.site.facts.values()), heirs(before.theme, theme) if same_engine else {}
    )
    stands = standing(frozenset(grounds.fallen.values()))
    todo = _fallen(press.things, entries, stands) if same_engine else range(len(press.things))
    if not todo and shown is not None and indexing.stands(press.things, before.files):
        if before.shown != shows:  # entered with corrections that no page shows, say
            releases.write_manifest(shown, replace(before, shown=shows))
        return Outcome(len(before.files), 0, 0, 0)
    tree = releases.spare(before, fresh=full)
    styling = restyling(releases.output, before.assets, press.site.assets, grounds, theme)
    shared = press.site.numbered_entries if len(todo) >= SMALL else 0
    known: list[Known | None] = [*entries]
    put = bytearray(len(known))
    with stage("make pages"), spool_if_large(releases.folder, shared) as spool:
        older = {place: entry for place in todo if (entry := entries[place])}
        at_work = Making(press.noting(grounds.places, spool), tree.folder, styling, older)
        for place, one in _made(crew, at_work, in_order(press.things, todo)):
            known[place], put[place] = one.entry, one.put
    tree.put_here |= {thing.file for thing in compress(press.things, put)}
    made = {thing.file: one for thing, one in zip(press.things, known, strict=True) if one}
    with stage("search index"):
        made |= indexing.bring(press.things, made, before.files, tree)
    removed = len(before.files.keys() - made.keys())
    with stage("switch release"):
        manifest = Manifest(engine, to_write(made), dict(press.site.assets), grounds.table, shown=shows, theme=theme)
        _switch(releases, tree, shown, manifest, changed=bool(tree.put_here or removed))
    if full:
        releases.distrust(shown)
    _leave(press, before, manifest)
    rendered = sum(isinstance(press.things[place], Page) for place in todo)
    return Outcome(len(made), rendered, len(tree.put_here), removed)


def _leave(*things: object) -> None:
    """Leave things to the collector, which a build never waits for: what has no name any more is taken apart at once, piece by piece."""
    held: list[object] = [*things]
    held.append(held)  # so it has a name for ever


def _entries(things: Sequence[Thing], files: Files) -> list[Entry | None]:
    """Give what a release knows of each thing, by place. Their files are named for that alone: hundreds of thousands of names take memory."""
    names = [thing.file for thing in things]
    if len(set(names)) < len(names):
        first = dict(zip(reversed(names), reversed(things), strict=True))
        raise SameAddress(
            next(thing.address for thing, name in zip(things, names, strict=True) if first[name] is not thing)
        )
    return [*map(files.get, names)]


def _fallen(things: Sequence[Thing], entries: Sequence[Entry | None], stands: Callable[[bytes], bool]) -> list[int]:
    """Give the places of the things that do not stand as the last release has them."""
    return [
        place
        for place, (thing, entry) in enumerate(zip(things, entries, strict=True))
        if entry is None or entry.made_from != thing.made_from or not stands(entry.stands_on)
    ]


def _switch(releases: Releases, tree: Tree, shown: str | None, manifest: Manifest, *, changed: bool) -> None:
    if changed or shown is None:
        releases.complete(tree, manifest)
    else:
        releases.abandon(tree, shown, manifest)


def _made(crew: CrewOf, making: Making, places: "array[int]") -> Iterator[tuple[int, Made]]:
    """Make things; give the place of each with what was made."""
    first = ahead(making.press.things, places)
    rest = array(places.typecode, (place for place in places if place not in first))
    with crew(making) as hands:
        yield from [(place, make(making, place)) for place in first]
        for number, made in hands.share(make, rest):
            yield rest[number], made
