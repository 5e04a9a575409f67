"""A target that is a folder."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.deploy.deploy import look, target_of
from plugins.deploy.folder import Folder
from plugins.deploy.plan import RECORD
from plugins.deploy.target import CannotDeploy, TargetFault
from tests.deploy.publication import Both, bring, missing, read, tree
from tests.deploy.stops import Dying, points, prove

KILLED = str(Path(__file__).with_name("killed.py"))


def test_the_folder_holds_the_release_and_a_second_run_sends_nothing(both: Both, tmp_path: Path) -> None:
    target = Folder(tmp_path / "www")

    assert bring(both.before, target) == (len(both.before), 0)
    assert tree(target.folder) == read(both.before)
    assert bring(both.before, target) == (0, 0)

    sent, deleted = bring(both.after, target)
    assert tree(target.folder) == read(both.after)
    assert 0 < sent < len(both.after)
    assert deleted == len(both.before.keys() - both.after.keys())
    assert bring(both.after, target) == (0, 0)
    assert [path for path in target.folder.rglob("*") if path.is_dir() and not any(path.iterdir())] == []


def test_what_is_unchanged_keeps_its_time(both: Both, tmp_path: Path) -> None:
    """A server's ETag is the time and the size: a feed that says the same is not fetched again."""
    target = Folder(tmp_path / "www")
    bring(both.before, target)
    for path in target.folder.rglob("*"):
        os.utime(path, ns=(10**18, 10**18), follow_symlinks=False)
    bring(both.after, target)

    before, after = read(both.before), read(both.after)
    same = {file for file in before if after.get(file) == before[file]}
    kept = {file for file in after if (target.folder / file).stat().st_mtime_ns == 10**18}
    assert kept == same
    assert len(same) > 20


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long), pytest.param(3, marks=pytest.mark.long)])
def test_killed_anywhere_and_gone_on_with(both: Both, tmp_path: Path, seed: int) -> None:
    start = tmp_path / "start"
    bring(both.before, Folder(start))
    count = Dying(Path(shutil.copytree(start, tmp_path / "count")))
    bring(both.after, count)

    for point in points(count.done, seed):
        www = Path(shutil.copytree(start, tmp_path / f"www-{point}"))
        stop = Dying(www)
        stop.dies_at = point + 1
        prove(both.before, both.after, Folder(www), lambda www=www: tree(www), lambda stop=stop: stop)
        assert stop.done == point + 1
        assert not list(www.rglob("*.plumbl"))


@pytest.mark.parametrize("write", [3, 30])
def test_a_process_that_is_killed(both: Both, tmp_path: Path, write: int) -> None:
    """The same with kill -9."""
    www = tmp_path / "www"
    bring(both.before, Folder(www))
    killed = subprocess.run([sys.executable, KILLED, both.releases.output, www, str(write)], timeout=60, check=False)

    assert killed.returncode == -signal.SIGKILL
    assert missing(tree(www)) == []
    assert [path.name for path in www.rglob(".*.plumbl")] != []
    bring(both.after, Folder(www))
    assert tree(www) == read(both.after)
    assert list(www.rglob(".*.plumbl")) == []


def test_a_first_deploy_that_was_killed(both: Both, tmp_path: Path) -> None:
    for point in (1, 2, 40, 120):
        www = tmp_path / f"www-{point}"
        stop = Dying(www)
        stop.dies_at = point
        prove({}, both.before, Folder(www), lambda www=www: tree(www), lambda stop=stop: stop)


def test_files_of_others_stay(both: Both, tmp_path: Path) -> None:
    target = Folder(tmp_path / "www")
    bring(both.before, target)
    for name in ("ads.txt", ".well-known/acme-challenge/token", "checks/gone/theirs.txt"):
        (target.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (target.folder / name).write_text("theirs")

    bring(both.after, target)

    assert set(tree(target.folder)) == {
        *both.after,
        "ads.txt",
        ".well-known/acme-challenge/token",
        "checks/gone/theirs.txt",
    }


def test_a_folder_of_others_asks_for_a_yes(both: Both, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").write_text("theirs")
    (tmp_path / "www/notes").write_text("theirs")
    target = Folder(tmp_path / "www")

    assert look(both.before, target).strange == ("index.html", "notes")
    bring(both.before, target)
    assert look(both.before, target).strange == ()
    (tmp_path / "www/checks/new").write_text("theirs")
    assert look(both.after, target).strange == ()
    (tmp_path / "www/feeds/topics/fresh.rss.xml").write_text("theirs")
    assert look(both.after, target).strange == ("feeds/topics/fresh.rss.xml",)


def test_something_in_the_way_is_told(both: Both, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/checks").write_text("theirs")

    with pytest.raises(TargetFault, match="checks"):
        bring(both.before, Folder(tmp_path / "www"))


def test_places_that_are_no_target(both: Both, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path / "file", tmp_path / "no/such/folder", both.releases.output, both.releases.folder / "a"):
        with pytest.raises(CannotDeploy):
            target_of(str(place), both.releases)
    assert (tmp_path / "www" / RECORD).exists() is False
