"""Pages → the new release: find what changed, render it, count, switch."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from msgspec import Struct

from plugins.crew import Crew
from plugins.press.making import Press, Thing, digest, make
from plugins.press.pages import Page
from plugins.press.release import Files, Manifest, ReleaseChanged, Releases, Tree
from plugins.press.render import Renderers


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
    things: Iterable[Thing],
    renderers: Renderers,
    engine: bytes,
    releases: Releases,
    *,
    jobs: int = 1,
    full: bool = False,
    waiting: Callable[[], None] = lambda: None,
) -> Outcome:
    """Bring the output up to date; with `full`, make everything whatever the last release knows.

    `waiting` is called when another build on the same output has to end first.
    """
    press = Press(list(things), renderers, engine)
    _count_addresses(press.things)
    with releases.locked(waiting), Crew(press, jobs) as crew:
        try:
            return _bring_up_to_date(press, crew, releases, full=full)
        except ReleaseChanged:  # somebody took a file away
            return _bring_up_to_date(press, crew, releases, full=True)


def _bring_up_to_date(press: Press, crew: Crew[Press], releases: Releases, *, full: bool) -> Outcome:
    shown = releases.shown()
    before = Manifest() if full else releases.manifest(shown)
    todo = _todo(press, crew, before)
    files = {thing.file: before.files[thing.file] for place, thing in enumerate(press.things) if place not in todo}
    removed = len(before.files.keys() - {thing.file for thing in press.things})
    if not todo and not removed and shown is not None:
        return Outcome(len(files), 0, 0, 0)
    tree = releases.spare(fresh=full)
    _make(press, crew, sorted(todo), before.files, tree, files)
    manifest = Manifest(press.engine, {thing.file: files[thing.file] for thing in press.things})
    if tree.put_here or removed or shown is None:
        releases.complete(tree, manifest)
    else:
        releases.abandon(tree)
        releases.write_manifest(shown, manifest)
    if full:
        releases.distrust(shown)
    rendered = sum(isinstance(press.things[place], Page) for place in todo)
    return Outcome(len(files), rendered, len(tree.put_here), removed)


def _count_addresses(things: Sequence[Thing]) -> None:
    seen: set[str] = set()
    for thing in things:
        if thing.file in seen:
            raise SameAddress(thing.address)
        seen.add(thing.file)


def _todo(press: Press, crew: Crew[Press], before: Manifest) -> set[int]:
    """Find the things that are made from something else than before."""
    places = range(len(press.things))
    if before.engine != press.engine:
        return set(places)
    known = [place for place in places if press.things[place].file in before.files]
    digests = crew.share(digest, known)
    same = {
        place
        for place, digest in zip(known, digests, strict=True)
        if before.files[press.things[place].file].made_from == digest
    }
    return set(places) - same


def _make(press: Press, crew: Crew[Press], todo: list[int], before: Files, tree: Tree, files: Files) -> None:
    tasks = [(place, before.get(press.things[place].file)) for place in todo]
    for place, made in zip(todo, crew.share(partial(make, tree.folder), tasks), strict=True):
        file = press.things[place].file
        files[file] = made.entry
        if made.put:
            tree.put_here.add(file)
