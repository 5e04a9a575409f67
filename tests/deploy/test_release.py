"""Which builds may go out; going back to the one before; packed forms."""

import gzip
import shutil
from pathlib import Path

import brotli
import build
import pytest

from plugins.deploy import release
from plugins.deploy.folder import Folder
from plugins.deploy.packed import with_packed
from plugins.deploy.target import CannotDeploy
from plugins.press.release import Releases
from tests.deploy.publication import Both, bring, read, tree


def test_a_whole_build_goes_out(both: Both) -> None:
    assert release.here(both.releases) == both.after


def test_no_build(tmp_path: Path) -> None:
    with pytest.raises(CannotDeploy, match="invoke build"):
        release.here(Releases(tmp_path / "output"))


@pytest.mark.parametrize("fault", ["missing", "altered", "emptied", "no manifest"])
def test_a_build_that_is_not_as_it_was_made_stays_here(own: Both, fault: str) -> None:
    tree_shown = str(own.releases.shown())
    page = own.releases.folder / tree_shown / "checks/new/index.html"
    if fault == "missing":
        page.unlink()
    elif fault == "altered":
        page.write_bytes(page.read_bytes()[:-1] + b"X")
    elif fault == "emptied":
        shutil.rmtree(own.releases.folder / tree_shown)
        (own.releases.folder / tree_shown).mkdir()
    else:
        (own.releases.folder / f"{tree_shown}.manifest").unlink()

    with pytest.raises((release.Unfit, CannotDeploy), match="invoke build"):
        release.here(own.releases)


def test_drafts_stay_here(own: Both, tmp_path: Path) -> None:
    build.build(own.releases.output, content=tmp_path / "is", PLUMBLINE_DRAFTS=True)

    with pytest.raises(release.Unfit, match="drafts"):
        release.here(own.releases)


def test_back_and_forth_byte_for_byte(own: Both, tmp_path: Path) -> None:
    releases, before, after = own.releases, read(own.before), read(own.after)
    target = Folder(tmp_path / "www")
    bring(own.after, target)

    for wanted in (before, after, before):
        releases.show(release.before(releases))
        bring(release.here(releases), target)
        assert tree(releases.output.resolve()) == wanted
        assert tree(target.folder) == wanted


def test_the_build_after_a_rollback_is_right(own: Both, tmp_path: Path) -> None:
    releases, before, after = own.releases, read(own.before), read(own.after)
    releases.show(release.before(releases))
    for content, wanted in (("was", before), ("is", after), ("is", after), ("was", before)):
        build.build(releases.output, content=tmp_path / content, PLUMBLINE_NOW="2026-01-01T00:00:00+00:00")
        assert _without_index(tree(releases.output.resolve())) == _without_index(wanted)
        assert list(releases.faults(str(releases.shown()))) == []


def test_there_is_a_way_back_after_a_build_of_everything(own: Both, tmp_path: Path) -> None:
    releases, after = own.releases, read(own.after)
    build.build(
        releases.output, content=tmp_path / "was", PLUMBLINE_NOW="2026-01-01T00:00:00+00:00", PLUMBLINE_FULL=True
    )

    releases.show(release.before(releases))
    assert tree(releases.output.resolve()) == after
    build.build(releases.output, content=tmp_path / "is", PLUMBLINE_NOW="2026-01-01T00:00:00+00:00")
    assert _without_index(tree(releases.output.resolve())) == _without_index(after)


def test_a_release_that_was_altered_does_not_come_back(own: Both) -> None:
    (own.releases.folder / str(own.releases.kept()) / "checks/gone/index.html").write_text("altered")
    shown = own.releases.output.resolve()

    with pytest.raises(release.Unfit, match=r"checks/gone/index\.html is not as"):
        release.before(own.releases)
    assert own.releases.output.resolve() == shown


def test_no_release_before(own: Both) -> None:
    (own.releases.folder / f"{own.releases.kept()}.manifest").unlink()

    with pytest.raises(CannotDeploy, match="no complete release before"):
        release.before(own.releases)


def test_packed_forms(own: Both) -> None:
    here = with_packed(own.releases, own.after)
    packed = here.keys() - own.after.keys()

    assert {"feeds/all.rss.xml.gz", "feeds/all.rss.xml.br", "index.html.br"} <= packed
    assert not [file for file in packed if file.startswith("pagefind/") and not file.endswith((".js.gz", ".js.br"))]
    contents = read(here)
    for file in packed:
        unpack = gzip.decompress if file.endswith(".gz") else brotli.decompress
        assert unpack(contents[file]) == contents[file[:-3]]


def test_packing_anew_gives_the_same_and_touches_only_what_changed(own: Both) -> None:
    releases = own.releases
    first = read(with_packed(releases, own.after))
    folder = releases.folder / "packed"
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    with_packed(releases, own.after)
    assert {path: path.stat().st_mtime_ns for path in times} == times

    releases.show(release.before(releases))
    with_packed(releases, own.before)
    assert not (folder / "checks/new/index.html.gz").exists()
    releases.show(release.before(releases))
    shutil.rmtree(folder)
    (releases.folder / "packed.manifest").unlink()
    assert read(with_packed(releases, own.after)) == first


def _without_index(files: dict[str, bytes]) -> dict[str, bytes]:
    return {file: content for file, content in files.items() if not file.startswith("pagefind/")}
