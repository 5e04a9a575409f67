"""However the publication is edited, the incremental build gives what a build from nothing gives, byte for byte.

Another seed, and more edits: `PLUMBLINE_SEED=1 PLUMBLINE_EDITS=1000 pytest tests/press/test_incremental.py`.
"""

import difflib
import gc
import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from copy import deepcopy
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from jinja2 import TemplateError
from msgspec import Struct
from press.edits import EDITS, SPOILING, STOPPING, Edit
from press.plain_index import plain_index
from press.publication import Dice, Files, Noun, Publication, bare, tidy, write, written

from plugins import crew, settings
from plugins.commands.unchanged import Reading
from plugins.intake.read import find, shown
from plugins.intake.report import report
from plugins.press import search_index, spool
from plugins.press.glue import run
from plugins.press.publish import Outcome
from plugins.press.release import Releases
from plugins.press.render import BrokenTheme

SETTINGS = Path(__file__).parents[2] / "pelicanconf.py"
OTHER = Path(__file__).parents[1] / "bad_copy/_good"
AGES = 10**10
"""So many ns after a file was written nobody takes it for fresh."""
SEED, COUNT = int(os.environ.get("PLUMBLINE_SEED", "5")), int(os.environ.get("PLUMBLINE_EDITS", "200"))
MEMORY, ROOM = Path("/dev/shm"), 1_000_000_000  # noqa: S108 (a folder of its own is made there)
BACK = "all as some edits ago"
KINDS = {**EDITS, **SPOILING, BACK: EDITS["files: as they are"]}
OFTEN = ("status", "checks: title", "same size: time", "settings: PLUMBLINE_DRAFTS", "settings: PLUMBLINE_NOW", BACK)
DECK = [*KINDS, *OFTEN * 3]
Tree = dict[str, bytes | None]


class Editor:
    """Edits a publication again and again: each kind of edit has its turn, in an order that the dice decide."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Edit unseen first, so that the publication holds something of everything."""
        self.folder = folder
        self.dice = Dice(seed)
        self.good = self.now = bare(self.dice)
        self.kind = ""
        self.diary: list[str] = []
        self._past: list[Publication] = []
        self._deck: list[str] = []
        self._files: Files = {}
        kinds = [*EDITS, *["status"] * 5]
        for kind in self.dice.sample(kinds, len(kinds)):
            self.good = self._edited(kind, EDITS[kind]) or self.good
        self.make("the first build", EDITS["files: as they are"])

    def edit(self) -> None:
        """Make the next edit, at times one more. What is broken is mended by it or before it, or not yet."""
        if self.kind in SPOILING and (chance := self.dice.random()) < 0.5:
            if chance < 0.4:
                self.make("mended", EDITS["files: as they are"])
            return
        self._deck = self._deck or self.dice.sample(DECK, len(DECK))
        kind = self._deck.pop()
        if not self.make(kind, KINDS[kind]) or (kind in EDITS and self.dice.random() < 0.2):
            self.edit()

    def make(self, kind: str, edit: Edit) -> bool:
        made = self._edited(kind, edit)
        if made is None:
            return False
        files = written(made)
        write(self.folder, self._files, files, made.hand)
        self._files, self.now, self.kind = files, made, kind
        if kind not in SPOILING:
            self.good = made
            self._past.append(made)
        return True

    def _edited(self, kind: str, edit: Edit) -> Publication | None:
        made = deepcopy(self.dice.choice(self._past[-8:]) if kind == BACK else self.good)
        made.hand = ""
        try:
            what = edit(made, self.dice)
        except IndexError:  # there is nothing of the kind
            return None
        tidy(made)
        if len(made.linkable()) < 6 or not (20 < len(made.checks) < 33 and 20 < len(made.sources) < 40):
            return None
        self.diary.append(f"{kind}: {what}"[:300])
        return made


class Built(Struct):
    """How a build ended, what it printed, what it did, and which file falls due next."""

    ended: str
    report: str
    outcome: Outcome | None = None
    due: str = ""


def build(override: Noun) -> Built:
    said = io.StringIO()
    try:
        with redirect_stdout(said):
            outcome, publication = run(SETTINGS, override)
    except SystemExit as stopped:
        return Built(f"exit {stopped.code}", said.getvalue())
    except (TemplateError, BrokenTheme) as broken:
        return Built(type(broken).__name__, said.getvalue())
    due = publication.next_due()
    return Built("", said.getvalue(), outcome, due.path if due else "")


def build_if_needed(project: Path, given: Noun, *, late: bool) -> tuple[Built, bool]:
    """Build as the command does, and tell whether the note of the last build was enough; if `late`, no file is fresh."""
    content = Path(given["PATH"])
    found = find(content, shown(content))
    found.moment += AGES * late
    reading = Reading(project, found, given)
    note = None if given["PLUMBLINE_FULL"] else reading.note(Releases(Path(given["OUTPUT_PATH"])), given[settings.NOW])
    if note is None:
        done = partial(_leave_note, reading)
        return build(given | {settings.FOUND: found, settings.DONE: done}), False
    said = io.StringIO()
    if note.problems:
        report(note.problems, "text", said)
    return Built("", said.getvalue(), Outcome(int(note.lines[0]), 0, 0, 0), note.lines[1]), True


def _leave_note(reading: Reading, given: Noun, outcome: Outcome) -> None:
    due = given[settings.PUBLICATION].next_due()
    reading.leave_note(given, (str(outcome.files), due.path if due else ""))


def override(folder: Path, name: str, made: Publication, **settings: object) -> Noun:
    copy = {"PATH": str(folder / "content"), "THEME": str(folder / "theme"), **made.settings}
    return copy | _places(folder / name) | {"PLUMBLINE_JOBS": 1} | settings


def _places(folder: Path) -> Noun:
    return {"OUTPUT_PATH": str(folder / "site"), "PLUMBLINE_CACHE": str(folder / "cache")}


@contextmanager
def elsewhere(folder: Path) -> Iterator[Connection]:
    """Build each time in a process that has never built this publication: what others remember is of no use there."""
    fork = get_context("fork")
    here, there = fork.Pipe()
    process = fork.Process(target=_fork_for_each, args=(folder, there, here))
    process.start()
    there.close()
    with here:
        yield here
    process.join()


def _fork_for_each(folder: Path, pipe: Connection, other_end: Connection) -> None:
    other_end.close()  # so that this process ends with the other
    # All is imported, and the theme compiled, before it forks.
    build({"PATH": str(OTHER), "THEME": str(folder / "theme")} | _places(folder / "other"))
    gc.freeze()  # forked processes share what nobody walks over
    while True:
        try:
            settings = pipe.recv()
        except EOFError:
            return
        if not (child := os.fork()):
            pipe.send(build(settings))
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            pipe.send(Built("crashed; why stands on stderr", ""))


def follow(folder: Path, seed: int, count: int) -> None:
    """Edit and build so many times, and compare with a build from nothing each time."""
    editor, there, spares = Editor(folder, seed), Tree(), 0
    (folder / "plugins").symlink_to(SETTINGS.with_name("plugins"))
    with elsewhere(folder) as pipe:
        for number in range(count + 1):
            if number:
                editor.edit()
            full, incremental, spared = _both(folder, editor.now, number, pipe)
            spares += spared
            expected, found = seen(folder / f"full-{number}/site", full), seen(folder / "incremental/site", incremental)
            faults = differences(found, there | expected if full.ended else expected)
            if bool(full.ended) != (editor.kind in STOPPING) and (not full.ended or editor.kind not in SPOILING):
                faults.append(f"The full build was not to end so: {full}"[:2000])
            if faults:
                words = [f"Seed {seed}, edit {number}, the last of these:", *editor.diary[-5:], *faults]
                pytest.fail("\n".join(words), pytrace=False)
            there = found
    assert spares > count / 10


def _both(folder: Path, made: Publication, number: int, pipe: Connection) -> tuple[Built, Built, int]:
    """Build from nothing and incrementally: now with two processes, now in one that has never built this, now all anew.

    Tell how often the note of the last build was enough.
    """
    if number % 20 == 13:
        shutil.rmtree(folder / "incremental/cache", ignore_errors=True)
    jobs, full = {4: (1, 2), 12: (2, 1)}.get(number % 16, (1, 1)), number % 20 == 7
    pipe.send(override(folder, f"full-{number}", made, PLUMBLINE_FULL=True, PLUMBLINE_JOBS=jobs[1]))
    given = override(folder, "incremental", made, PLUMBLINE_FULL=full, PLUMBLINE_JOBS=jobs[0])
    shutil.rmtree(folder / f"full-{number - 1}", ignore_errors=True)
    if number % 6 == 0:  # what is remembered on disk has to be enough
        pipe.send(given)
        return pipe.recv(), pipe.recv(), 0
    incremental, spared = build_if_needed(folder, given, late=number % 4 != 0)
    if number % 3 == 1 and not incremental.ended and not full:
        incremental, again = build_if_needed(folder, given, late=number % 4 != 0)
        spared += again
    return pipe.recv(), incremental, spared


def seen(output: Path, built: Built) -> Tree:
    """Read what a build leaves behind: every file, every folder (`None`), and what it told."""
    count = str(built.outcome and built.outcome.files)
    told = {"(report)": built.report, "(end)": built.ended, "(due)": built.due, "(number of files)": count}
    paths = sorted(output.rglob("*"))
    files = {path.relative_to(output).as_posix(): path.read_bytes() if path.is_file() else None for path in paths}
    return {name: words.encode() for name, words in told.items()} | files


def differences(found: Tree, expected: Tree) -> list[str]:
    other = [name for name, content in expected.items() if name in found and found[name] != content]
    lines = [f"left over: {name}" for name in sorted(found.keys() - expected.keys())]
    lines += [f"missing: {name}" for name in sorted(expected.keys() - found.keys())]
    lines += [f"other bytes: {name}" for name in other]
    for name in other[:1]:
        texts = [(tree[name] or b"").decode("utf-8", "replace").splitlines() for tree in (found, expected)]
        lines += [*difflib.unified_diff(texts[0], texts[1], "incremental", "full", lineterm="", n=1)][:40]
    return lines


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where the system has one: files come and go by the hundred thousand here."""
    if not (MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM):
        yield tmp_path
        return
    with TemporaryDirectory(dir=MEMORY) as temporary:
        yield Path(temporary)


def test_incremental_is_full(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "SMALL", 16)  # so that a small publication is shared among processes too
    monkeypatch.setattr(spool, "FROM", 16)  # and that they share entries of feeds
    monkeypatch.setattr(search_index, "_run", plain_index)
    follow(folder, SEED, COUNT)


@pytest.mark.long
@pytest.mark.parametrize("seed", [6, 9, 12])
def test_incremental_is_full_whatever_the_seed(folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(search_index, "_run", plain_index)
    follow(folder, seed, 300)


def _one(made: Publication) -> Noun:
    return next(one for one in made.linkable() if one.get("summary") and not one.get("status"))


CASES: dict[str, tuple[Edit, float]] = {
    "nothing": (lambda *_: "", 0),
    "files touched": (EDITS["files: touch"], 0),
    "files written again": (EDITS["files: again"], 0),
    "a file in the folder of another year": (lambda made, _: _one(made).update(_year="2023"), 0.2),
    "records in another file": (lambda made, _: [one.update(_file="all") for one in made.sources.values()], 0),
    "half an hour later": (lambda made, _: made.settings.update(PLUMBLINE_NOW="2025-09-01T12:30:00+00:00"), 0),
    "a standing page": (lambda made, _: next(iter(made.pages.values())).update(_text="Another text"), 0.05),
    "a body": (lambda made, _: _one(made).update(_text="Another text"), 0.2),
}
"""Edits, and the share of the files that is rendered for them at most."""


@pytest.mark.parametrize("case", CASES)
def test_only_what_changed_is_made(tmp_path: Path, case: str) -> None:
    edit, share = CASES[case]
    editor = Editor(tmp_path, 0)
    editor.make("noon", lambda made, _: made.settings.update(PLUMBLINE_NOW="2025-09-01T12:00:00+00:00"))
    build(override(tmp_path, "incremental", editor.now))
    before = _stamps(tmp_path / "incremental/site")
    assert editor.make(case, edit)

    outcome = build(override(tmp_path, "incremental", editor.now)).outcome or Outcome(0, 0, 0, 0)

    assert bool(share) <= outcome.rendered <= share * outcome.files
    assert share or _stamps(tmp_path / "incremental/site") == before


def _stamps(output: Path) -> dict[Path, tuple[int, int]]:
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in output.rglob("*")}
