"""`invoke correct`: what it writes, what it asks, what it refuses, and that it is all or nothing."""

import errno
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import build as toy_site
import pytest
from invoke import Collection, Context, Exit, Program
from msgspec.structs import replace

from plugins.commands import editing
from plugins.core.model.factcheck import Correction
from plugins.core.parse.file import parse_file
from plugins.desk.correcting.plan import Change
from plugins.desk.correcting.wish import Refused, dated
from plugins.desk.correcting.write import write
from plugins.intake.load import load

CHEESE, DUST, OLD = "articles/2025/moon-cheese.md", "articles/2025/moon-dust.md", "articles/2024/moon-old.md"
GIVEN = {
    "kind": "minor", "was": "more then 3 kg", "now": "more than 3 kg", "why": "A slip of ours.", "date": "2025-04-03",
    "yes": True,
}  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(editing, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    toy_site.copy_copy(tmp_path / "content")
    return tmp_path / "content"


def _correct(copy: Path, name: str, **flags: object) -> None:
    editing.correct(Context(), name, content=str(copy), **(GIVEN | flags))


def _refused(copy: Path, name: str, **flags: object) -> tuple[int, str]:
    """Give exit code and message; nothing may have been written."""
    before = toy_site.tree(copy)
    with pytest.raises(Exit) as stopped:
        _correct(copy, name, **flags)
    assert toy_site.tree(copy) == before
    return stopped.value.code, str(stopped.value.message)


def _corrections(copy: Path, file: str) -> tuple[Correction, ...]:
    draft = parse_file(file, file, (copy / file).read_bytes()).draft
    assert draft is not None
    return draft.header.corrections


def test_the_entry_is_the_newest_with_the_next_id(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = toy_site.tree(copy)
    _correct(copy, "moon-cheese", verdict_was=["is-cheese=mixed", "is-round=true"])
    new, *older = _corrections(copy, CHEESE)
    shown = capsys.readouterr().out

    assert new == Correction(
        "c3", "2025-04-03", "minor", "A slip of ours.", "more then 3 kg", "more than 3 kg",
        {"is-cheese": "mixed", "is-round": "true"},
    )  # fmt: skip
    assert [one.id for one in older] == ["c2", "c1"]
    assert "+  - id: c3\n+    date: 2025-04-03\n" in shown
    assert shown.endswith(f"wrote content/{CHEESE}\n")
    assert {name for name, content in toy_site.tree(copy).items() if content != before.get(name)} == {CHEESE}


def test_an_id_of_ones_own(copy: Path) -> None:
    _correct(copy, "moon-dust", entry_id="weight")

    assert [one.id for one in _corrections(copy, DUST)] == ["weight"]


def test_by_source_all_that_cite_it(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two more cite it, and a draft and one that is held do not count."""
    _correct(copy, "moon-cheese", source=True)
    files = [CHEESE, OLD, "articles/2025/lune-fromage.md"]

    assert {_corrections(copy, file)[0].why for file in files} == {"A slip of ours."}
    assert [_corrections(copy, file)[0].id for file in files[:2]] == ["c3", "c1"]
    assert capsys.readouterr().out.startswith("3 cite moon-cheese:\n")


@pytest.mark.parametrize(
    ("name", "flags", "code", "says"),
    [
        ("moon-chese", {}, 2, "no fact-check `moon-chese`.*Did you mean `moon-cheese`"),
        ("moon-draft", {}, 2, r"not published yet \(draft\)"),
        ("moon-later", {}, 2, r"not published yet \(held\)"),
        ("offise-data", {"source": True}, 2, "no source `offise-data`.*Did you mean `office-data`"),
        ("leaflet", {"source": True}, 2, "No published fact-check cites `leaflet`"),
        ("moon-cheese", {"kind": "grave"}, 2, "--kind grave is not known"),
        ("moon-cheese", {"why": " "}, 2, "--why is empty"),
        ("moon-cheese", {"kind": "substantial", "now": ""}, 2, "--now is empty"),
        ("moon-cheese", {"why": "a\x07b"}, 2, "--why: There is an invisible character"),
        ("moon-cheese", {"was": "\udcff"}, 2, "--was is not UTF-8"),
        ("moon-cheese", {"entry_id": "c2"}, 2, "there is a correction `c2` already"),
        ("moon-cheese", {"entry_id": "C 2"}, 2, "an id is made of a-z"),
        ("moon-cheese", {"date": "yesterday"}, 2, "--date yesterday: a moment is written"),
        ("moon-cheese", {"date": "2025-04-01"}, 1, "`c2` is dated 2025-04-02, later than 2025-04-01"),
        ("moon-cheese", {"verdict_was": ["is-chese=true"]}, 2, "no claim `is-chese`.*Did you mean `is-cheese`"),
        ("moon-cheese", {"verdict_was": ["is-cheese=tru"]}, 2, "no verdict `tru`.*Did you mean `true`"),
        ("moon-cheese", {"verdict_was": ["is-cheese"]}, 2, "as claim=verdict"),
        ("moon-cheese", {"kind": "substantial", "was": None, "why": None}, 2, "--was, --why are missing"),
        ("moon-cheese", {"kind": None}, 2, "--kind is missing"),
        ("moon-cheese", {"date": "2126-01-31"}, 2, "--date 2126-01-31 is later than now"),
        ("moon-cheese", {"yes": False}, 2, "Add --yes"),
        ("moon-cheese", {"was": "# A heading"}, 1, "the copy would have a new error"),
        ("moon-cheese", {"why": "<script>alert(1)</script>"}, 1, "the copy would have a new error"),
    ],
)
def test_refused(copy: Path, name: str, flags: dict[str, object], code: int, says: str) -> None:
    given, message = _refused(copy, name, **flags)

    assert given == code
    assert re.search(says, message), message


def test_a_new_error_is_shown_at_its_place(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _refused(copy, "moon-dust", now="See [there](/nowhere/).")

    assert f"content/{DUST}:" in capsys.readouterr().out


def test_old_errors_stop_no_correction(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = copy / DUST
    page.write_text(page.read_text("utf-8") + "\nAnd more [9].\n", "utf-8")
    _correct(copy, "moon-dust")

    assert [one.id for one in _corrections(copy, DUST)] == ["c1"]
    assert "unknown-source" not in capsys.readouterr().out


def test_one_that_cannot_be_written_stops_all(copy: Path) -> None:
    """The last of three has its corrections in brackets."""
    page = copy / OLD
    page.write_text(page.read_text("utf-8").replace("\nsources:", "\ncorrections: [{id: c1, date: 2025-04-02, kind: minor, why: No.}]\nsources:"), "utf-8")  # fmt: skip
    code, message = _refused(copy, "moon-cheese", source=True)

    assert code == 1
    assert message.startswith(f"content/{OLD}: its `corrections:` is written in brackets")
    assert "Write the correction by hand, above all others:\n    - id: c2\n" in message


def test_a_later_change_is_what_readers_see(copy: Path) -> None:
    """`updated:` of the header says earlier than the correction does."""
    page = copy / DUST
    page.write_text(page.read_text("utf-8").replace("\nsources:", "\nupdated: 2025-03-12\nsources:", 1), "utf-8")
    _correct(copy, "moon-dust")

    assert load(copy, "content", toy_site.NOW).publication.factchecks["moon-dust"].updated.startswith("2025-04-03")


@pytest.fixture
def editor(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Sit an editor at a terminal, with answers in their order."""
    said: list[str] = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: said.pop(0))
    yield said
    assert said == []


def test_an_editor_is_asked_for_what_is_missing(copy: Path, editor: list[str]) -> None:
    editor += ["update", "Nothing yet.", "A new table [9].", "It came out today.", "y"]
    _correct(copy, "moon-dust", kind=None, was=None, now=None, why=None, yes=False)

    assert _corrections(copy, DUST)[0] == Correction(
        "c1", "2025-04-03", "update", "It came out today.", "Nothing yet.", "A new table [9]."
    )


def test_an_answer_that_will_not_do_is_asked_for_again(
    copy: Path, editor: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    editor += ["grave", "substantial", " ", "Ten.", "a\x07b", "Two.", "", "We misread it."]
    _correct(copy, "moon-dust", kind=None, was=None, now=None, why=None)
    said = capsys.readouterr().out

    assert _corrections(copy, DUST)[0] == Correction(
        "c1", "2025-04-03", "substantial", "We misread it.", "Ten.", "Two."
    )
    assert "--kind grave is not known: write substantial, update, minor." in said
    assert "--was is empty" in said
    assert "--now: There is an invisible character" in said
    assert "--why is empty" in said


def test_a_flag_that_the_kind_does_not_allow_is_asked_for(copy: Path, editor: list[str]) -> None:
    editor += ["substantial", "More then 3 kg."]
    _correct(copy, "moon-dust", kind=None, was="")

    assert _corrections(copy, DUST)[0].was == "More then 3 kg."


@pytest.mark.parametrize(
    "flags",
    [
        {"kind": "grave"}, {"why": ""}, {"now": "a\x07b"}, {"kind": "substantial", "now": ""}, {"entry_id": "c2"},
        {"date": "2126-01-31"}, {"date": "2025-04-01"}, {"verdict_was": ["is-chese=true"]},
    ],
)  # fmt: skip
@pytest.mark.usefixtures("editor")
def test_flags_are_judged_before_anything_is_asked(copy: Path, flags: dict[str, object]) -> None:
    """The editor has no answer ready."""
    assert _refused(copy, "moon-cheese", was=None, **flags)[1]


def test_in_a_script_a_minor_one_needs_a_reason_alone(copy: Path) -> None:
    _correct(copy, "moon-dust", was=None, now=None)

    assert _corrections(copy, DUST)[0] == Correction("c1", "2025-04-03", "minor", "A slip of ours.")


@pytest.mark.parametrize("verdicts", [{}, {"is-cheese": "mixed"}, {"is-cheese": "mixed", "is-round": "true"}])
def test_as_it_is_typed(copy: Path, verdicts: dict[str, str]) -> None:
    """What invoke makes of flags that may be repeated."""
    flags = [f"--verdict-was={claim}={verdict}" for claim, verdict in verdicts.items()]
    command = [
        "invoke",
        "correct",
        "moon-cheese",
        "--kind=minor",
        "--why=A slip of ours.",
        "--date=2025-04-03",
        "--yes",
    ]
    program = Program(namespace=Collection(editing.correct))
    program.run([*command, f"--content={copy}", *flags], exit=False)

    assert _corrections(copy, CHEESE)[0].verdict_was == verdicts


@pytest.mark.parametrize("answer", ["", "n", "later"])
def test_an_editor_may_say_no(copy: Path, editor: list[str], answer: str) -> None:
    editor.append(answer)

    assert _refused(copy, "moon-dust", yes=False)[0] == 1


def test_an_editor_may_walk_away(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: str) -> str:
        raise EOFError

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", gone)

    assert _refused(copy, "moon-dust", yes=False)[0] == 130


def test_the_clock_is_the_publications() -> None:
    assert dated("", "2026-01-01T03:04:05.678+00:00", "America/Toronto") == "2025-12-31T22:04:05-05:00"


def _changes(folder: Path, *names: str) -> list[Change]:
    for name in names:
        (folder / name).write_bytes(b"before")
    return [Change(folder / name, name, b"before", b"after") for name in names]


def test_all_or_nothing_when_the_disk_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changes, put = _changes(tmp_path, "a.md", "b.md", "c.md"), Path.replace

    def full(path: Path, target: Path) -> Path:
        if target.name == "b.md" and path.read_bytes() == b"after":
            raise OSError(errno.ENOSPC, "No space left on device")
        return put(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write(changes)

    assert toy_site.tree(tmp_path) == dict.fromkeys(("a.md", "b.md", "c.md"), b"before")


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    changes = _changes(tmp_path, "a.md", "b.md")
    (tmp_path / "b.md").write_bytes(b"something else")
    with pytest.raises(Refused, match="changed meanwhile") as refused:
        write(changes)

    assert refused.value.code == 1
    assert toy_site.tree(tmp_path) == {"a.md": b"before", "b.md": b"something else"}


def test_links_and_rights_stay(tmp_path: Path) -> None:
    (change,) = _changes(tmp_path, "a.md")
    (tmp_path / "a.md").chmod(0o640)
    (tmp_path / "link.md").symlink_to("a.md")
    write([replace(change, path=tmp_path / "link.md")])

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "a.md").read_bytes() == b"after"
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640
