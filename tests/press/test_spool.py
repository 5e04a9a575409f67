"""What one process puts into the spool, another finds there, whole or not at all."""

import errno
import os
from pathlib import Path

import build as toy_site
import pytest

from plugins.errand import Errand
from plugins.feeds.view import Entry
from plugins.press import spool, watch
from plugins.press.spool import FROM, MOST, Spool, spool_if_large

ENTRY = Entry("id", "link", "Title", "", "“Text”".encode() * 1000, "en", "2025-01-01", "", ("A",), ())


def test_a_part_is_there_for_processes_that_were_forked_before_it_was_made(tmp_path: Path) -> None:
    with Spool(tmp_path, 3) as kept:
        with Errand(lambda: (os.getpid(), kept.put(1, (ENTRY, (4, 5))))) as errand:
            process, _ = errand.result()

        assert process != os.getpid()
        assert [kept.get(number) for number in range(3)] == [None, (ENTRY, (4, 5)), None]
        assert [*tmp_path.iterdir()] == []


def test_a_part_that_is_too_large_is_not_kept_and_spoils_no_other(tmp_path: Path) -> None:
    with Spool(tmp_path, 3) as kept:
        kept.put(0, "first")
        kept.put(1, bytes(MOST))
        kept.put(2, "last")

        assert [kept.get(number) for number in range(3)] == ["first", None, "last"]


def test_on_a_full_disk_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.pwrite", full)
    with Spool(tmp_path, 1) as kept:
        kept.put(0, "part")

        assert kept.get(0) is None


def test_a_part_of_which_only_a_piece_was_written_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.pwrite", lambda file, content, _: os.write(file, content[:-1]))
    with Spool(tmp_path, 1) as kept:
        kept.put(0, "part")

        assert kept.get(0) is None


def test_few_parts_need_no_spool(tmp_path: Path) -> None:
    with spool_if_large(tmp_path, FROM) as none, spool_if_large(tmp_path, FROM + 1) as kept:
        assert none is None
        assert kept is not None


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_site_is_the_same_made_with_a_spool_or_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    spools: list[Spool] = []
    opened = Spool.__init__

    def opens(one: Spool, folder: Path, count: int) -> None:
        spools.append(one)
        opened(one, folder, count)

    monkeypatch.setattr(Spool, "__init__", opens)
    monkeypatch.setattr(watch, "FEWER", 1)
    toy_site.build(tmp_path / "without" / "site", PLUMBLINE_JOBS=jobs)
    assert not spools

    monkeypatch.setattr(spool, "FROM", 0)
    toy_site.build(tmp_path / "with" / "site", PLUMBLINE_JOBS=jobs)

    assert len(spools) == 1
    assert toy_site.tree(tmp_path / "with/site") == toy_site.tree(tmp_path / "without/site")
