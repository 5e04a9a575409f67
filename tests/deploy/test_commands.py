"""`invoke deploy` and `invoke rollback` as people use them: what is shown, what is asked, which exit code follows."""

import builtins
import re
import shutil
import socket
from pathlib import Path
from typing import Any

import build
import pytest
import small
from entered import enter
from invoke import Context, Exit

from plugins.commands import outside
from plugins.deploy.folder import Folder
from plugins.deploy.rsync import Rsync
from plugins.deploy.target import TargetFault
from tests.deploy.publication import Both, read, tree


def _deploy(both: Both, to: object, **flags: Any) -> None:
    copy = {"content": str(both.content), "now": small.NOW}
    outside.deploy(Context(), to=str(to), output=str(both.releases.output), **copy, **flags)


def _rollback(both: Both, **flags: Any) -> None:
    outside.rollback(Context(), output=str(both.releases.output), **flags)


def _fails(code: int, words: str) -> Any:
    return pytest.raises(Exit, check=lambda error: error.code == code and re.search(words, error.message))


def test_plan_then_yes(both: Both, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    www = tmp_path / "www"
    with _fails(2, "Nothing was done: nobody can be asked here. Add --yes"):
        _deploy(both, www)
    shown = capsys.readouterr().out
    assert not www.exists()
    assert f"send    {sum('feeds/' in file and 'index' not in file for file in both.after)} files (feeds)" in shown

    _deploy(both, www, yes=True)
    assert tree(www) == read(both.after)
    assert capsys.readouterr().out.endswith(f"{www}: {len(both.after)} sent, 0 deleted, 0 as they were.\n")
    _deploy(both, www)
    assert capsys.readouterr().out == f"{www}: 0 sent, 0 deleted, {len(both.after)} as they were.\n"


@pytest.mark.parametrize(("answer", "goes"), [("y", True), ("yes ", True), ("", False), ("n", False)])
def test_a_terminal_is_asked(
    both: Both, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, *, goes: bool
) -> None:
    answers = [answer]
    _at_a_terminal(monkeypatch, answers)
    if goes:
        _deploy(both, tmp_path / "www")
    else:
        with _fails(1, "Nothing was done"):
            _deploy(both, tmp_path / "www")
    assert (tmp_path / "www").exists() is goes
    assert answers == []


def test_many_deletes_and_strange_places_want_a_yes_of_their_own(
    own: Both, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    www = tmp_path / "www"
    www.mkdir()
    (www / "theirs").touch()
    with _fails(2, "others put theirs there.*--take-over"):
        _deploy(own, www, yes=True)
    _deploy(own, www, yes=True, take_over=True)

    record = www / ".plumbline-deployed"
    for number in range(60):
        (www / f"more-{number}.html").touch()
    record.write_text(record.read_text() + "".join(f"more-{number}.html\n" for number in range(60)))
    with _fails(2, f"60 of {len(own.after) + 60} files there would be deleted.*--delete-many"):
        _deploy(own, www, yes=True)
    assert (www / "more-1.html").exists()
    _at_a_terminal(monkeypatch, ["y", "y"])
    _deploy(own, www)
    assert tree(www) == {**read(own.after), "theirs": b""}


def test_rollback(own: Both, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    www = tmp_path / "www"
    _deploy(own, www, yes=True)
    with _fails(2, "--yes"):
        _rollback(own)
    assert tree(own.releases.output.resolve()) == read(own.after)

    capsys.readouterr()
    _rollback(own, yes=True)
    assert f"the release before: {len(own.before)} files" in capsys.readouterr().out
    assert tree(own.releases.output.resolve()) == read(own.before)
    assert tree(www) == read(own.after)

    _rollback(own, yes=True)
    _rollback(own, yes=True, stay=True, to=str(www))
    assert tree(www) == read(own.before)
    assert tree(own.releases.output.resolve()) == read(own.after)
    _rollback(own, yes=True, to=str(www))
    assert tree(www) == tree(own.releases.output.resolve()) == read(own.before)
    with _fails(2, "--stay is for a target"):
        _rollback(own, stay=True)


@pytest.mark.parametrize(
    ("to", "flags", "code", "words"),
    [
        ("ftp://host/path", {}, 2, "is no target"),
        (
            "rsync://127.0.0.1:1/site",
            {},
            1,
            "Connection refused(.|\n)*Nothing was done. To try again: invoke rollback --to",
        ),
        ("www", {"compress": False}, 2, "--delete-many"),
        ("www", {"yes": False, "delete_many": True}, 2, "--yes"),
    ],
)
def test_a_rollback_that_cannot_be_switches_nothing(
    own: Both, tmp_path: Path, to: str, flags: dict[str, bool], code: int, words: str
) -> None:
    """Twice, since people try again: the release that is meant stays the same."""
    www = tmp_path / "www"
    _deploy(own, www, yes=True, compress=True)
    there = tree(www)
    for _ in range(2):
        with _fails(code, words):
            _rollback(own, **{"yes": True, "compress": True, **flags}, to=str(www) if to == "www" else to)
    assert tree(own.releases.output.resolve()) == read(own.after)
    assert tree(www) == there


def test_a_rollback_that_stops_half_way_is_gone_on_with(
    own: Both, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    www = tmp_path / "with blanks"
    _deploy(own, www, yes=True)
    with monkeypatch.context() as patched:
        patched.setattr(Folder, "send", _interrupted)
        with _fails(
            130, f"Stopped. What was sent stays there. To go on: invoke rollback --to '{www}' --output .* --yes$"
        ):
            _rollback(own, yes=True, to=str(www))
    assert tree(own.releases.output.resolve()) == read(own.after)
    _rollback(own, yes=True, to=str(www))
    assert tree(www) == tree(own.releases.output.resolve()) == read(own.before)


def test_ctrl_c(both: Both, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said names every flag, and says that something was sent only if it may have been."""
    _at_a_terminal(monkeypatch, [])
    monkeypatch.setattr(builtins, "input", _interrupted)
    with _fails(
        130, r"Stopped\. Nothing was done\. To go on: invoke deploy --to .* --content .* --output .* --compress$"
    ):
        _deploy(both, tmp_path / "www", compress=True)
    monkeypatch.setattr(Folder, "send", _interrupted)
    with _fails(130, r"Stopped\. What was sent stays there\. To go on: invoke deploy .* --yes --take-over$"):
        _deploy(both, tmp_path / "www", yes=True, take_over=True)


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("ftp://host/path", "is no target: write a folder"),
        ("s3://", "is no target"),
        ("rsync://host", "is no target"),
        ("", "where builds go"),
        ("/no/such/folder/at/all", "There is no folder /no/such/folder/at"),
    ],
)
def test_wrong_use(both: Both, to: str, words: str) -> None:
    with _fails(2, words):
        _deploy(both, to, yes=True)


def test_no_target(both: Both) -> None:
    with _fails(2, "Say where"):
        outside.deploy(Context(), output=str(both.releases.output))


def test_programs_and_libraries_that_are_missing(both: Both, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    imports = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name.split(".", maxsplit=1)[0] in {"boto3", "brotli"}:
            raise ImportError(name)
        return imports(name, *more)

    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with _fails(2, "rsync is not installed.*apt-get install rsync"):
        _deploy(both, "user@host:site", yes=True)
    monkeypatch.setattr(builtins, "__import__", without)
    with _fails(2, "boto3.*requirements-deploy.lock"):
        _deploy(both, "s3://bucket", yes=True)
    with _fails(2, "brotli.*requirements-deploy.lock"):
        _deploy(both, tmp_path / "www", yes=True, compress=True)


def test_a_folder_that_refuses(both: Both, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/checks").touch()
    with _fails(1, f"checks.*\nWhat was sent stays there. To go on: invoke deploy --to {tmp_path}/www"):
        _deploy(both, tmp_path / "www", yes=True, take_over=True)


def test_a_host_that_does_not_answer(both: Both) -> None:
    """It takes the connection, and then says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        place = f"127.0.0.1::site/{silent.getsockname()[1]}"
        target = Rsync(
            place.replace("127.0.0.1::site", f"rsync://127.0.0.1:{silent.getsockname()[1]}/site"), patience=1
        )
        with pytest.raises(TargetFault, match="rsync ended with code"):
            target.standing(both.after)


def test_a_host_that_is_not_there(both: Both) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with _fails(1, "Connection refused"):
        _deploy(both, f"rsync://127.0.0.1:{port}/site", yes=True)


def _at_a_terminal(monkeypatch: pytest.MonkeyPatch, answers: list[str]) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(builtins, "input", lambda _: answers.pop(0))


def test_what_the_ledger_lacks_is_not_deployed(own: Both, tmp_path: Path) -> None:
    shutil.rmtree(own.content / "ledger")
    with _fails(1, "The ledger does not have as they are now:(.|\n)*invoke publish"):
        _deploy(own, tmp_path / "www", yes=True)
    assert not (tmp_path / "www").exists()


def test_a_build_with_a_fault_is_not_deployed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What warns an editor at a build stops a deploy: some readers of feeds cut such a title."""
    content, output = tmp_path / "content", tmp_path / "output"
    checks = [small.check("tag", "2025-01-01", "house", title="Is <this> so?")]
    small.loaded(content, checks, sources={"house": small.source("house")}, publishers={"house": {"names": ["house"]}})
    build.build(output, content=content, PLUMBLINE_NOW=small.NOW)
    enter(content, small.NOW)

    with _fails(1, "Nothing was sent: mend this"):
        outside.deploy(
            Context(), to=str(tmp_path / "www"), output=str(output), content=str(content), now=small.NOW, yes=True
        )
    assert "ContainsHTML" in capsys.readouterr().out
    assert not (tmp_path / "www").exists()
