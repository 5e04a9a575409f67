"""Releases: switched whole, nothing rewritten that did not change, mended after a crash."""

import fcntl
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from mmap import ACCESS_READ, mmap
from pathlib import Path
from threading import Thread

import pytest
from msgspec import Struct

from plugins.crew import SMALL
from plugins.press import release
from plugins.press.making import FileChanged
from plugins.press.pages import Page, StoredFile
from plugins.press.publish import Outcome, SameAddress, publish
from plugins.press.release import OutputInTheWay, Releases
from plugins.press.tree import put
from tests.press.simple import page, press_of, render, view

KILLED = str(Path(__file__).parent / "killed.py")


def _publish(output: Path, texts: dict[str, str], *, engine: bytes = b"1", full: bool = False) -> Outcome:
    pages = [page(name, text) for name, text in texts.items()]
    return publish(press_of(pages, output.parent, {"text": render}), engine, Releases(output), full=full)


def _read(output: Path) -> dict[str, str]:
    return {path.parent.name: path.read_text() for path in sorted(output.rglob("*.html"))}


@pytest.mark.parametrize("count", [0, 3, 500])
def test_a_crew_makes_the_same(tmp_path: Path, count: int) -> None:
    texts = {f"page-{number}": f"text {number}" for number in range(count)}
    for name, jobs in (("alone", 1), ("crew", 2)):
        for changed in ({}, {"page-1": "new", "page-499": "new"}):
            pages = [page(one, text) for one, text in (texts | changed).items()]
            press = press_of(pages, tmp_path, {"text": render})
            publish(press, b"1", Releases(tmp_path / name), jobs=jobs)

    alone, crew = Releases(tmp_path / "alone"), Releases(tmp_path / "crew")
    assert _read(crew.output) == _read(alone.output)
    assert set(_read(crew.output)) == {*texts, "page-1", "page-499"}
    assert crew.manifest(crew.shown()).files == alone.manifest(alone.shown()).files


def test_one_page_of_each_kind_of_which_there_are_many_is_made_before_processes_are_forked(tmp_path: Path) -> None:
    here = os.getpid()

    def told(shown: Struct) -> bytes:
        del shown
        return f"{os.getpid() == here}".encode()

    many = [page(f"page-{number}", "x") for number in range(SMALL)]
    few = [Page(f"/few-{number}/", "seldom", view, ("x",)) for number in range(SMALL - 1)]
    press = press_of([*few, *many], tmp_path, {"text": told, "seldom": told})
    publish(press, b"1", Releases(tmp_path / "output"), jobs=2)

    made = _read(tmp_path / "output")
    assert len(made) == 2 * SMALL - 1
    assert [name for name, text in made.items() if text == "True"] == ["page-0"]


def test_first_build_makes_a_link(tmp_path: Path) -> None:
    output = tmp_path / "output"

    outcome = _publish(output, {"a": "1", "b": "2"})

    assert output.is_symlink()
    assert not output.readlink().is_absolute()
    assert _read(output) == {"a": "1", "b": "2"}
    assert (outcome.files, outcome.written, outcome.removed) == (2, 2, 0)


def test_nothing_changed_writes_nothing(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _publish(output, {"a": "1"})
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}

    outcome = _publish(output, {"a": "1"})

    assert (outcome.rendered, outcome.written, outcome.removed) == (0, 0, 0)
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.name != "lock"}
    assert after == {path: moment for path, moment in before.items() if path.name != "lock"}


def test_many_builds_in_turn(tmp_path: Path) -> None:
    """Both trees come round again and again, and what is shown is always exactly the last build."""
    output = tmp_path / "output"
    builds = [
        {"a": "1", "b": "1"},
        {"a": "2", "b": "1"},
        {"b": "1"},
        {"b": "1", "c": "3"},
        {"a": "1", "b": "2"},
        {"a": "1"},
    ]
    for texts in builds * 2:
        _publish(output, texts)
        assert _read(output) == texts


@pytest.mark.parametrize("seed", range(4))
def test_any_builds_in_turn(tmp_path: Path, seed: int) -> None:
    """Whatever came between them, another release shown again too: what is shown is the last build, and not a file more."""
    dice, output = random.Random(seed), tmp_path / "output"  # noqa: S311 (the same for each seed is the point)
    releases, names = Releases(output), ("a", "a/b", "a/b/c", "d/e", "f")
    for number in range(60):
        texts = {name: dice.choice("12") for name in names if dice.random() < 0.6} | {"g": "same"}
        _publish(output, texts, engine=bytes([dice.randrange(2)]), full=dice.random() < 0.05)
        assert {str(path.parent.relative_to(output)): path.read_text() for path in output.rglob("*.html")} == texts
        assert not [*releases.faults(str(releases.shown()))]
        kept = releases.kept()
        if number % 7 == 6 and kept:
            assert not [*releases.faults(kept)]
            releases.show(kept)


def test_unchanged_files_keep_their_time(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _publish(output, {"a": "1", "b": "1"})
    os.utime(output / "a/index.html", ns=(10**18, 10**18))
    for text in ("2", "3", "4"):
        _publish(output, {"a": "1", "b": text})
        assert (output / "a/index.html").stat().st_mtime_ns == 10**18


def test_a_release_that_is_shown_is_never_written_to(tmp_path: Path) -> None:
    output = tmp_path / "output"
    for text in ("1", "2", "3"):
        _publish(output, {"a": text, "b": "same"})
        shown = output.resolve()
        kept = {path: path.read_bytes() for path in shown.rglob("*.html")}
        _publish(output, {"a": text + "!", "b": "same"})
        assert {path: path.read_bytes() for path in kept} == kept


def test_new_engine_renders_all_and_writes_what_differs(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _publish(output, {"a": "1", "b": "2"})

    outcome = _publish(output, {"a": "1", "b": "2"}, engine=b"2")

    assert (outcome.rendered, outcome.written) == (2, 0)
    assert _publish(output, {"a": "1", "b": "2"}, engine=b"2").rendered == 0


def test_full_renders_all(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _publish(output, {"a": "1"})

    assert _publish(output, {"a": "1"}, full=True).rendered == 1


def _two_and_a_full_one(output: Path) -> Releases:
    """Make two releases, then everything anew: the one before is complete, and not trusted."""
    for text, full in (("1", False), ("2", False), ("2", True)):
        _publish(output, {"a": text, "b": "same"}, full=full)
    return Releases(output)


def _is_whole(releases: Releases) -> bool:
    """Tell whether there is a release before to go back to, and nothing lies about."""
    before = releases.kept()
    there = {path.name for path in releases.folder.iterdir()} - {"note"}
    return (
        there == {"a", "b", "a.manifest", "b.manifest", "lock"}
        and before is not None
        and not [*releases.faults(before)]
    )


def test_what_writes_nothing_leaves_the_release_before(tmp_path: Path) -> None:
    releases = _two_and_a_full_one(tmp_path / "output")
    shown = releases.shown()

    outcome = _publish(releases.output, {"a": "2", "b": "same"}, engine=b"2")

    assert (outcome.rendered, outcome.written) == (2, 0)
    assert releases.shown() == shown
    assert _is_whole(releases)


@pytest.mark.parametrize("full", [False, True])
def test_what_fails_leaves_an_untrusted_release_before(tmp_path: Path, *, full: bool) -> None:
    releases = _two_and_a_full_one(tmp_path / "output")
    pages = [page("a", "3"), Page("/b/", "text", lambda _: Path())]

    for _ in range(2):
        with pytest.raises(AssertionError):
            publish(press_of(pages, tmp_path, {"text": render}), b"1", releases, full=full)
        before = releases.kept()
        assert before is not None
        assert not [*releases.faults(before)]

    _publish(releases.output, {"a": "3"})
    assert _read(releases.output) == {"a": "3"}
    assert _is_whole(releases)


def test_without_the_folder_of_the_release_before_all_is_there(tmp_path: Path) -> None:
    """Its manifest alone does not make it one."""
    releases = Releases(tmp_path / "output")
    for text in ("1", "2"):
        _publish(releases.output, {"a": text, "b": "same"})
    before = releases.kept()
    assert before is not None
    shutil.rmtree(releases.folder / before)

    _publish(releases.output, {"a": "3", "b": "same"})

    assert _read(releases.output) == {"a": "3", "b": "same"}


def test_what_writes_nothing_keeps_how_the_releases_differ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the next build need not compare them."""
    releases = Releases(tmp_path / "output")
    for text, engine in (("1", b"1"), ("2", b"1"), ("2", b"2")):
        _publish(releases.output, {"a": text, "b": "same"}, engine=engine)

    compared: list[object] = []
    monkeypatch.setattr(release, "differing", lambda *both: compared.append(both) or frozenset())
    _publish(releases.output, {"a": "2", "b": "new"}, engine=b"2")

    assert compared == []
    assert _read(releases.output) == {"a": "2", "b": "new"}
    assert _is_whole(releases)


@pytest.mark.parametrize(
    ("turns", "jobs"), [("/| /|", 1), ("/| /|", 2), ("//||//||", 1), ("| // |", 1), ("/f||f//", 1), ("/|r/|r||r/", 1)]
)
def test_a_file_may_become_a_folder_and_back(tmp_path: Path, turns: str, jobs: int) -> None:
    """One build for each sign: `/` with a folder, `|` with a file, a space with neither; `f` is `--full`, `r` goes back."""
    releases = Releases(tmp_path / "output")
    story = "2019/story.html"
    files = {"/": f"{story}/index.html", "|": story}
    for number, sign in enumerate(turns):
        before = releases.kept()
        if sign == "r":
            assert before
            releases.show(before)
            continue
        text = f"{number}"
        stories = [Page(f"/{story}{sign.strip('|')}", "text", view, (text,))] if sign in files else []
        press = press_of([page("a", text), *stories, *_MANY], tmp_path, {"text": render})
        publish(press, bytes([number]), releases, jobs=jobs, full=sign == "f")

        there = {path.relative_to(releases.output).as_posix() for path in releases.output.rglob("*") if path.is_file()}
        assert there == {
            "a/index.html",
            *(f"many-{one}/index.html" for one in range(64)),
            *filter(None, [files.get(sign)]),
        }
        assert not [*releases.faults(str(releases.shown()))]


_MANY = [page(f"many-{number}", "same") for number in range(64)]


@pytest.mark.parametrize("left", ["half a tree", "no manifest", "a broken manifest", "a new link"])
def test_a_crash_is_mended(tmp_path: Path, left: str) -> None:
    output = tmp_path / "output"
    releases = Releases(output)
    for text in ("1", "2"):
        _publish(output, {"a": text, "b": "same"})
    spare = {"a": "b", "b": "a"}[str(releases.shown())]
    if left == "half a tree":
        (releases.folder / f"{spare}.manifest").unlink()
        (releases.folder / spare / "a/index.html").write_text("half")
        (releases.folder / spare / "stale.html").write_text("stale")
    elif left == "no manifest":
        (releases.folder / f"{releases.shown()}.manifest").unlink()
    elif left == "a broken manifest":
        (releases.folder / f"{releases.shown()}.manifest").write_bytes(b"\x93nonsense")
    else:
        (releases.folder / "link").symlink_to("nowhere")

    _publish(output, {"a": "3", "b": "same"})

    assert _read(output) == {"a": "3", "b": "same"}
    assert not (output / "stale.html").exists()


def test_a_folder_in_the_way_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "precious.txt").write_text("mine")

    with pytest.raises(OutputInTheWay, match="Move it away"):
        _publish(output, {"a": "1"})

    assert (output / "precious.txt").read_text() == "mine"


def test_a_link_of_another_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "www"
    other.mkdir()
    output = tmp_path / "output"
    output.symlink_to(other)

    with pytest.raises(OutputInTheWay):
        _publish(output, {"a": "1"})

    assert output.resolve() == other


def test_a_file_taken_away_by_hand_is_made_anew(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _publish(output, {"a": "1", "b": "1"})
    (output / "a/index.html").unlink()

    _publish(output, {"a": "1", "b": "2"})

    assert _read(output) == {"a": "1", "b": "2"}


def test_full_brings_back_nothing_that_was_altered_by_hand(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _publish(output, {"a": "1", "b": "1"})
    (output / "a/index.html").write_text("altered")

    _publish(output, {"a": "1", "b": "1"}, full=True)
    assert _read(output) == {"a": "1", "b": "1"}

    _publish(output, {"a": "1", "b": "2"})
    assert _read(output) == {"a": "1", "b": "2"}


@pytest.mark.parametrize("killed_at", ["page-0", "page-250", "page-499"])
def test_killed_in_the_middle_of_making(tmp_path: Path, killed_at: str) -> None:
    """A build with a crew is killed without mercy: the old site stays, no orphan keeps the lock, the next build works."""
    output = tmp_path / "output"
    _publish(output, {"page-0": "old"})

    killed = subprocess.run([sys.executable, KILLED, str(output), killed_at], timeout=60, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert _read(output) == {"page-0": "old"}

    command = [sys.executable, KILLED, str(output), "nothing"]
    subprocess.run(command, timeout=60, check=True)
    assert len(_read(output)) == 500
    assert not list(output.resolve().rglob("*.new~"))


def test_an_empty_folder_gives_way(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    _publish(output, {"a": "1"})

    assert _read(output) == {"a": "1"}


def test_an_exception_leaves_the_release(tmp_path: Path) -> None:
    output = tmp_path / "output"
    _publish(output, {"a": "1"})

    with pytest.raises(AssertionError):
        publish(
            press_of([page("a", "2"), Page("/b/", "text", lambda _: Path())], tmp_path, {"text": render}),
            b"1", Releases(output),
        )  # fmt: skip

    assert _read(output) == {"a": "1"}


def test_two_pages_at_one_address_are_our_bug(tmp_path: Path) -> None:
    press = press_of([page("a", "1"), page("a", "2")], tmp_path, {"text": render})
    with pytest.raises(SameAddress):
        publish(press, b"1", Releases(tmp_path / "output"))


def test_a_file_is_written_whole_however_little_is_taken_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    with monkeypatch.context() as slow:
        slow.setattr(os, "write", lambda file, content: write(file, content[:3]))
        put(tmp_path, "checks/one/index.html", b"a page of more than three bytes")

    assert (tmp_path / "checks/one/index.html").read_bytes() == b"a page of more than three bytes"


@pytest.fixture
def leases(tmp_path: Path) -> None:
    """Skip where nobody tells whether anyone has a file open."""
    with (tmp_path / "leased").open("w") as file:
        try:
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        except (AttributeError, OSError):
            pytest.skip("this system, or the file system of the temporary folder, gives no leases")


@pytest.mark.usefixtures("leases")
@pytest.mark.parametrize("text", [b"", b"shorter", b"a page", b"a page that is longer than it was"])
def test_a_file_that_nobody_else_has_is_written_over(tmp_path: Path, text: bytes) -> None:
    path = _page_in(tmp_path)
    before = path.stat().st_ino
    put(tmp_path, "one/index.html", text, older=True)
    assert (path.read_bytes(), path.stat().st_ino) == (text, before)


@pytest.mark.usefixtures("leases")
def test_who_opens_a_file_that_is_written_over_waits_until_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, write, read = _page_in(tmp_path), os.write, []
    reader = Thread(target=lambda: read.append(path.read_bytes()))

    def slowly(file: int, content: bytes) -> int:
        if not reader.ident:
            reader.start()
        reader.join(0.05)
        return write(file, content[:3])

    with monkeypatch.context() as slow:
        slow.setattr(os, "write", slowly)
        put(tmp_path, "one/index.html", b"anew, piece by piece", older=True)
    reader.join()
    assert read == [b"anew, piece by piece"]


def test_a_file_that_somebody_has_open_is_not_written_over(tmp_path: Path) -> None:
    path = _page_in(tmp_path)
    with path.open("rb") as reading:
        put(tmp_path, "one/index.html", b"anew", older=True)
        assert (reading.read(), path.read_bytes()) == (b"a page", b"anew")


def test_a_file_that_is_in_memory_somewhere_is_not_written_over(tmp_path: Path) -> None:
    path = _page_in(tmp_path)
    with path.open("rb") as reading:
        mapped = mmap(reading.fileno(), 0, access=ACCESS_READ)
    with mapped:
        put(tmp_path, "one/index.html", b"anew", older=True)
        assert (mapped[:], path.read_bytes()) == (b"a page", b"anew")


@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_a_file_that_has_another_name_is_not_written_over(tmp_path: Path, link: Callable[[Path, Path], None]) -> None:
    path = _page_in(tmp_path)
    other = path.rename(tmp_path / "other.html")
    link(other, path)
    put(tmp_path, "one/index.html", b"anew", older=True)
    assert (other.read_bytes(), path.read_bytes()) == (b"a page", b"anew")


def test_what_is_no_file_gives_way(tmp_path: Path) -> None:
    _page_in(tmp_path).unlink()
    os.mkfifo(tmp_path / "one/index.html")
    put(tmp_path, "one/index.html", b"a page", older=True)
    put(tmp_path, "two/index.html", b"another, where none stood after all", older=True)
    assert _read(tmp_path) == {"one": "a page", "two": "another, where none stood after all"}


def _page_in(folder: Path) -> Path:
    put(folder, "one/index.html", b"a page")
    return folder / "one/index.html"


def test_stored_files_are_copied(tmp_path: Path) -> None:
    stored = tmp_path / "moon.svg"
    stored.write_text("<svg/>")
    output = tmp_path / "output"
    digest = hashlib.sha256(b"<svg/>").hexdigest()
    publish(press_of([StoredFile("/images/moon.svg", stored, digest)], tmp_path, {}), b"1", Releases(output))

    assert (output / "images/moon.svg").read_text() == "<svg/>"
    assert (output / "images/moon.svg").stat().st_ino != stored.stat().st_ino


def test_a_picture_that_changes_meanwhile_is_not_published(tmp_path: Path) -> None:
    """It was looked at when the copy was taken in; what it is now nobody has looked at."""
    stored = tmp_path / "moon.svg"
    stored.write_text("<svg><script/></svg>")
    digest = hashlib.sha256(b"<svg/>").hexdigest()

    with pytest.raises(FileChanged):
        publish(
            press_of([StoredFile("/images/moon.svg", stored, digest)], tmp_path, {}), b"1", Releases(tmp_path / "o")
        )
