"""Full disks, foreign caches, two builds at once: the old site stays whole, and the next build mends itself."""

import fcntl
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import build as toy_site
import pytest
from invoke import Exit

from plugins.commands.flags import guarded
from plugins.intake.load import Loaded, load
from plugins.intake.report import text_lines

ROOT = Path(__file__).parents[1]
PAGE = "articles/2025/moon-dust.md"


class Desk:
    """A copy of the toy publication, its output, and a cache."""

    def __init__(self, folder: Path) -> None:
        self.content, self.output, self.cache = folder / "content", folder / "site", folder / "cache"
        toy_site.copy_copy(self.content)

    def start(self, *flags: str, limit: Callable[[], None] | None = None) -> subprocess.Popen[str]:
        """Start the command in a process of its own."""
        command = [
            "invoke",
            "build",
            "--content",
            str(self.content),
            "--output",
            str(self.output),
            "--now",
            toy_site.NOW,
        ]
        return subprocess.Popen(
            [sys.executable, "-m", *command, *flags], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            preexec_fn=limit,  # noqa: PLW1509 (no thread runs here)
            env={**os.environ, "GITHUB_ACTIONS": ""},
        )  # fmt: skip

    def build(self, *flags: str, limit: Callable[[], None] | None = None) -> tuple[int, str]:
        """Run the command; give its exit code and what it said on stderr."""
        process = self.start(*flags, limit=limit)
        _, said = process.communicate(timeout=120)
        return process.returncode, said

    def edit(self) -> None:
        path = self.content / PAGE
        path.write_text(path.read_text("utf-8") + "\nMore of it.\n", "utf-8")

    def tree(self) -> dict[str, bytes]:
        return toy_site.tree(self.output.resolve())

    def load(self) -> Loaded:
        return load(self.content, "content", toy_site.NOW, cached=self.cache)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def _full_disk() -> None:
    """Let no file grow beyond a few pages: what a full disk does, without filling one."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))


def test_a_full_disk(desk: Desk, tmp_path: Path) -> None:
    assert desk.build()[0] == 0
    before = desk.tree()
    desk.edit()

    code, said = desk.build("--full", limit=_full_disk)

    assert code == 2
    assert "The system does not let us" in said
    assert "Traceback" not in said
    assert desk.tree() == before
    assert desk.build()[0] == 0
    toy_site.build(tmp_path / "other", content=desk.content, PLUMBLINE_CACHE="")
    assert desk.tree() == toy_site.tree((tmp_path / "other").resolve())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_that_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        code, said = desk.build()
    finally:
        tmp_path.chmod(0o755)

    assert code == 2
    assert "The system does not let us" in said


def test_an_output_below_a_file(desk: Desk, tmp_path: Path) -> None:
    """Root, too, cannot make a folder below a file."""
    (tmp_path / "file").touch()
    desk.output = tmp_path / "file/site"

    code, said = desk.build()

    assert code == 2
    assert "The system does not let us" in said


def test_two_builds_at_once(desk: Desk, tmp_path: Path) -> None:
    assert desk.build()[0] == 0
    desk.edit()
    with (tmp_path / ".releases/site/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        code, said = desk.build("--no-wait")
        assert code == 2
        assert "Another build is writing to this output" in said
        assert "More of it." not in desk.tree()["checks/moon-dust/index.html"].decode()

        waiting = desk.start()
        assert waiting.stderr
        assert "waiting for it to end" in waiting.stderr.readline()
    waiting.communicate(timeout=120)
    assert waiting.returncode == 0
    assert "More of it." in desk.tree()["checks/moon-dust/index.html"].decode()


@pytest.mark.parametrize("after", [0.0, 0.15, 0.3, 0.45])
def test_interrupted(desk: Desk, after: float) -> None:
    assert desk.build()[0] == 0
    before = desk.tree()
    desk.edit()

    process = desk.start("--full")
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)

    if process.returncode == 130:  # else it was not under way, or Python dropped the interrupt in a callback of its own
        assert "Traceback" not in said
        assert said.endswith("Stopped; everything is as it was.\n")
    assert desk.tree() in (before, _built_anew(desk))
    assert desk.build()[0] == 0
    assert desk.tree() == _built_anew(desk)


def _built_anew(desk: Desk) -> dict[str, bytes]:
    other = desk.output.with_name("anew")
    toy_site.build(other, content=desk.content, PLUMBLINE_CACHE="")
    return toy_site.tree(other.resolve())


def _lines(loaded: Loaded) -> list[str]:
    return [line for problem in loaded.problems for line in text_lines(problem)]


def _nothing(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("This is no cache.\n" * 1000, "utf-8")


def _half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _flipped(path: Path) -> None:
    """Change some bytes in the middle of every page."""
    content = bytearray(path.read_bytes())
    for place in range(9000, len(content), 4096):
        content[place] ^= 0xFF
    path.write_bytes(content)


def _other_engine(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE engine SET digest = x'00'")
    connection.close()


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cookies (name TEXT)")
    connection.close()


def _lies(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE files SET gave = x'00'")
        connection.execute("UPDATE parts SET content = x'00'")
    connection.close()


def _without_parts(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM parts")
    connection.close()


@pytest.mark.parametrize(
    "spoil", [_nothing, _text, _half, _flipped, _other_engine, _foreign, _lies, _without_parts, Path.unlink]
)
def test_a_cache_of_no_use_is_begun_anew(desk: Desk, spoil: Callable[[Path], None]) -> None:
    first = desk.load()
    (cache,) = desk.cache.iterdir()
    spoil(cache)

    for _ in range(2):
        again = desk.load()
        assert _lines(again) == _lines(first)
        assert again.publication == first.publication
        for check in again.publication.factchecks.values():
            assert again.shelf.whole(check.brief) == first.shelf.whole(check.brief)
            assert again.shelf.draft(check.brief) == first.shelf.draft(check.brief)


def test_without_a_place_for_the_cache(desk: Desk) -> None:
    desk.cache.touch()  # a file where the folder belongs
    loaded = desk.load()

    assert loaded.publication == load(desk.content, "content", toy_site.NOW).publication
    assert all(loaded.shelf.whole(check.brief).texts["body"].html for check in loaded.publication.factchecks.values())


@pytest.mark.parametrize("kept", [True, False])
def test_a_cache_that_another_process_writes_to(desk: Desk, monkeypatch: pytest.MonkeyPatch, *, kept: bool) -> None:
    monkeypatch.setattr("plugins.intake.cache._WAIT", 0.01)
    first = desk.load()
    if not kept:
        desk.edit()
    (cache,) = desk.cache.iterdir()
    connection = sqlite3.connect(cache, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        again = desk.load()
        assert (again.publication == first.publication) is kept
    finally:
        connection.close()


def test_what_is_deleted_is_forgotten(desk: Desk) -> None:
    desk.load()
    shutil.rmtree(desk.content / "articles/2025")
    (desk.content / "articles/2025").mkdir()
    desk.load()

    (cache,) = desk.cache.iterdir()
    with sqlite3.connect(cache) as connection:
        paths = {path for (path,) in connection.execute("SELECT path FROM files")}
    connection.close()
    files = {path.relative_to(desk.content).as_posix() for path in desk.content.rglob("*") if path.is_file()}
    assert paths <= files


def test_an_interrupt_while_a_class_is_made_is_no_bug(tmp_path: Path) -> None:
    """Python makes a RuntimeError of it, as of any error in `__set_name__`."""

    class Interrupted:
        def __set_name__(self, *_: object) -> None:
            raise KeyboardInterrupt

    def body() -> None:
        type("Made", (), {"field": Interrupted()})

    with pytest.raises(Exit) as told:
        guarded(tmp_path / "crash.txt")(body)()

    assert (told.value.code, told.value.message) == (130, "Stopped; everything is as it was.")
    assert not (tmp_path / "crash.txt").exists()
