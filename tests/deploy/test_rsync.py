"""Targets that rsync reaches: a real sshd, and rsync's own daemon; the connection is lost at random points."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from plugins.deploy import rsync
from plugins.deploy.deploy import look
from plugins.deploy.folder import Folder
from plugins.deploy.packed import with_packed
from plugins.deploy.target import TargetFault
from tests.deploy.publication import Both, bring, read, tree
from tests.deploy.stops import POINTS, points, prove
from tests.deploy.ways import Way, by_daemon, by_ssh, needs_rsync, needs_sshd

pytestmark = needs_rsync
AT_ONCE = 10
Open = Callable[[Path, Path], AbstractContextManager[Way]]
ways = pytest.mark.parametrize("way", [pytest.param(by_ssh, marks=needs_sshd), by_daemon])


@ways
def test_the_target_holds_the_release_and_a_second_run_sends_nothing(both: Both, tmp_path: Path, way: Open) -> None:
    far = tmp_path / "far"
    far.mkdir()
    with way(far, tmp_path / "way") as opened:
        target = opened.target()
        assert bring(both.before, target) == (len(both.before), 0)
        assert tree(far) == read(both.before)
        for path in far.rglob("*"):
            path.touch()
        times = {path: path.stat().st_mtime_ns for path in far.rglob("*") if path.is_file()}
        assert bring(both.before, target) == (0, 0)
        assert {path: path.stat().st_mtime_ns for path in times} == times

        (far / "checks/gone/theirs.txt").write_text("theirs")
        assert look(both.after, target) == look(both.after, Folder(far))
        bring(both.after, target)
        assert tree(far) == {**read(both.after), "checks/gone/theirs.txt": b"theirs"}
        assert bring(both.after, target) == (0, 0)
        assert [path for path in far.rglob("*") if path.is_dir() and not any(path.iterdir())] == []


def test_packed_forms_come_and_go(both: Both, tmp_path: Path) -> None:
    packed = with_packed(both.releases, both.after)
    (tmp_path / "far").mkdir()
    with by_daemon(tmp_path / "far", tmp_path / "way") as opened:
        assert bring(packed, opened.target()) == (len(packed), 0)
        assert tree(tmp_path / "far") == read(packed)
        assert bring(packed, opened.target()) == (0, 0)
        assert bring(both.after, opened.target()) == (0, len(packed) - len(both.after))
        assert tree(tmp_path / "far") == read(both.after)


@needs_sshd
def test_who_may_not_log_in_is_told(both: Both, tmp_path: Path) -> None:
    """Which code rsync ends with depends on whether it reads the answer or sees the end first."""
    (tmp_path / "far").mkdir()
    with by_ssh(tmp_path / "far", tmp_path / "way") as opened:
        (tmp_path / "way/user.pub").unlink()
        with pytest.raises(TargetFault, match=r"code (?:255|12): .*Permission denied"):
            look(both.after, opened.target())


@needs_sshd
def test_a_folder_that_is_not_there_is_told(both: Both, tmp_path: Path) -> None:
    with (
        by_ssh(tmp_path / "no/such", tmp_path / "way") as opened,
        pytest.raises(TargetFault, match="No such file or directory"),
    ):
        bring(both.after, opened.target())


@pytest.mark.parametrize(
    ("way", "number"),
    [
        pytest.param(by_ssh, POINTS, marks=needs_sshd),
        pytest.param(by_daemon, POINTS, marks=pytest.mark.long),
    ],
)
def test_a_connection_lost_anywhere_and_gone_on_with(both: Both, tmp_path: Path, way: Open, number: int) -> None:
    """In pieces side by side: rsync waits more than it works."""
    bring(both.before, Folder(tmp_path / "start"))
    far = Path(shutil.copytree(tmp_path / "start", tmp_path / "count"))
    with way(far, tmp_path / "way") as opened:
        bring(both.after, opened.target())
        count = opened.door.came

    def lose(point: int) -> None:
        www = Path(shutil.copytree(tmp_path / "start", tmp_path / f"www-{point}"))
        with way(www, tmp_path / "way" if way is by_ssh else tmp_path / f"way-{point}") as opened:

            def stop() -> rsync.Rsync:
                opened.door.mend(point)
                return opened.target()

            def seen() -> dict[str, bytes]:
                opened.door.mend()
                return tree(www)

            prove(both.before, both.after, opened.target(), seen, stop)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lose, points(count * 97 // 100, 4, number)))
