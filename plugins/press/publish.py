"""Pages → the new release: find what changed, render it, count, index, switch."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from plugins.crew import SMALL, Crew
from plugins.press.cluster import Cluster
from plugins.press.indexing import Indexing
from plugins.press.making import Making, Press, Task, make
from plugins.press.manifest import Entry, Known, Manifest, to_write
from plugins.press.order import ahead, in_order, weight
from plugins.press.pages import Page, Thing
from plugins.press.release import Releases
from plugins.press.restyling import Restyling, heirs, restyling
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
    names = [thing.file for thing in press.things]
    _count_addresses(press.things, names)
    crew = _crew(press.things, jobs, scheduler, releases)
    bring = partial(_bring_up_to_date, press, names, engine, crew, releases, stage, shown)
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
    return partial(Crew, jobs=jobs, weigh=lambda task: weight(things[task.place]))


def _bring_up_to_date(
    press: Press,
    names: Sequence[str],
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
    known = before.files if before.engine == engine else {}
    theme = press.theme()
    grounds = ground(before.facts, frozenset(press.site.facts.values()), heirs(before.theme if known else {}, theme))
    stands = standing(frozenset(grounds.fallen.values()))
    todo = _fallen(press.things, [known.get(name) for name in names], stands)
    files: dict[str, Known | None] = {name: before.files.get(name) for name in names}
    if not todo and shown is not None and indexing.stands(press.things, before.files):
        if before.shown != shows:  # entered with corrections that no page shows, say
            releases.write_manifest(shown, replace(before, shown=shows))
        return Outcome(len(before.files), 0, 0, 0)
    tree = releases.spare(before, fresh=full)
    styling = restyling(releases.output, before.assets, press.site.assets, grounds, theme)
    shared = press.site.numbered_entries if len(todo) >= SMALL else 0
    with stage("make pages"), spool_if_large(releases.folder, shared) as spool:
        places = in_order(press.things, todo)
        tasks = [_task(press.things[place], place, before.files.get(names[place]), styling) for place in places]
        at_work = press.noting(grounds.places, spool)
        for place, entry, put in _made(crew, Making(at_work, tree.folder, styling), tasks):
            files[names[place]] = entry
            if put:
                tree.put_here.add(names[place])
    made = {file: known for file, known in files.items() if known}
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


def _count_addresses(things: Sequence[Thing], names: Sequence[str]) -> None:
    if len(set(names)) < len(names):
        first = dict(zip(reversed(names), reversed(things), strict=True))
        pairs = zip(things, names, strict=True)
        raise SameAddress(next(thing.address for thing, name in pairs if first[name] is not thing))


def _made(crew: CrewOf, making: Making, tasks: Sequence[Task]) -> Iterator[tuple[int, bytes, bool]]:
    """Make things; give the place of each with its entry, and whether it was put into the tree, once all are made."""
    first = ahead(making.press.things, [task.place for task in tasks])
    here, rest = [task for task in tasks if task.place in first], [task for task in tasks if task.place not in first]
    entries, put = [b""] * len(rest), bytearray(len(rest))
    with crew(making) as hands:
        made_here = [make(making, task) for task in here]
        for place, made in hands.share(make, rest):
            entries[place], put[place] = made.entry, made.put
    yield from ((task.place, made.entry, made.put) for task, made in zip(here, made_here, strict=True))
    yield from zip((task.place for task in rest), entries, map(bool, put), strict=True)


def _task(thing: Thing, place: int, before: Entry | None, styling: Restyling) -> Task:
    if before is None:
        return Task(place, b"")
    known = styling.theme and before.made_from == thing.made_from
    return Task(place, before.content, before if known else None)
