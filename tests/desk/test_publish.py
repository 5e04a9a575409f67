"""`invoke publish` and the promise of the ledger: nothing that was published changes, moves or vanishes in silence."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from entered import enter

from plugins.commands.flags import waiting_copy
from plugins.core.resolve.ledger import holds_until, unentered
from plugins.desk import ledger_files
from plugins.desk.entering import plan, told
from plugins.intake.load import Loaded, load
from plugins.intake.report import text_lines

ROOT = Path(__file__).parents[2]
NOW = "2025-12-01T12:00:00+00:00"
COST, LENGTH = "articles/2025/bridge-cost.md", "articles/2025/bridge-length.md"
CORRECTION = "corrections:\n  - {id: %s, date: 2025-11-0%s, kind: minor, why: A word was wrong.}\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give the small publication of the wicked copy, without its wickedness."""
    return Path(shutil.copytree(ROOT / "tests/bad_copy/_good", tmp_path / "content"))


def taken(content: Path) -> Loaded:
    return load(content, "content", NOW)


def problems(content: Path) -> list[str]:
    return [line for problem in taken(content).problems for line in text_lines(problem)[:1]]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def plan_of(content: Path) -> list[str]:
    return list(told(plan(taken(content))))


def state(content: Path) -> dict[str, str]:
    files = (path for path in sorted((content / "ledger").rglob("*")) if path.is_file())
    return {path.relative_to(content).as_posix(): path.read_text("utf-8") for path in files}


def publish(content: Path, *flags: str, now: str = NOW) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "publish", "--content", str(content), "--now", now, *flags]
    env = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    ran = subprocess.run(
        command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in ran.stdout + ran.stderr
    return ran


def test_a_life_of_a_publication(content: Path) -> None:
    enter(content, NOW)
    assert problems(content) == []

    edit(content / COST, "took four years", "took five years")
    (error,) = problems(content)
    assert "bridge-cost.md:30:1: error [silent-edit]" in error
    assert "[-four-] {+five+}" in error

    edit(content / COST, "---\nThe mayor", CORRECTION % ("c1", 1) + "---\nThe mayor")
    assert problems(content) == []
    assert plan_of(content)[0] == "changed    bridge-cost  correction: minor c1"
    enter(content, NOW)
    assert plan_of(content) == ["Nothing to enter: 2 in the ledger as they are."]

    edit(content / "sources/bridge.yaml", "New bridge opens", "Bridge opens")
    (error,) = problems(content)
    assert error.startswith("content/sources/bridge.yaml:2:3: error [silent-edit] ")
    assert "These fact-checks show it: `bridge-length`, `bridge-cost`." in error

    edit(content / COST, "corrections:\n", CORRECTION % ("c2", 2))
    assert "This fact-check shows it: `bridge-length`." in problems(content)[0]
    edit(content / LENGTH, "corrections:\n", CORRECTION % ("c2", 2))
    assert problems(content) == []
    enter(content, NOW)

    (content / COST).rename(content / "articles/2025/price.md")
    edit(content / LENGTH, "/checks/bridge-cost/", "/checks/price/")
    (error,) = problems(content)
    assert "[changed-address] Readers found this at /checks/bridge-cost/; it is at /checks/price/ now" in error
    edit(content / "articles/2025/price.md", "authors:", "slug_history: [bridge-cost]\nauthors:")
    assert problems(content) == []
    assert plan_of(content)[0] == "changed    bridge-cost  moved from /checks/bridge-cost/ to /checks/price/"
    enter(content, NOW)
    assert '"addresses":["/checks/bridge-cost/","/checks/price/"]' in (content / "ledger/2025.jsonl").read_text("utf-8")

    (content / LENGTH).unlink()
    (error,) = problems(content)
    assert error.startswith("content/ledger/2025.jsonl:2:1: error [vanished-id] ")


def test_a_withdrawal_tells_of_itself(content: Path) -> None:
    enter(content, NOW)
    withdrawn = "status: withdrawn\nwithdrawn: {date: 2025-11-11, why: We were wrong.}\nauthors:"
    edit(content / COST, "authors:", withdrawn)
    assert problems(content) == []
    assert plan_of(content)[0] == "changed    bridge-cost  withdrawn"
    enter(content, NOW)

    edit(content / COST, "We were wrong.", "It was right.")
    assert "`withdrawn.why`: [-We were wrong.-] {+It was right.+}" in problems(content)[0]
    edit(content / COST, withdrawn.replace("We were wrong.", "It was right."), "authors:")
    assert "[silent-edit]" in problems(content)[0]


def test_the_first_publication_is_remembered(content: Path) -> None:
    enter(content, NOW)
    edit(content / COST, "2025-06-02T09:00:00-04:00", "2025-06-05")
    check = taken(content).publication.factchecks["bridge-cost"]
    assert (check.published, check.first) == ("2025-06-05T00:00:00-04:00", "2025-06-02T09:00:00-04:00")
    assert "`published`: [-2025-06-02T09:00:00-04:00-] {+2025-06-05+}" in problems(content)[0]


def test_what_waits_for_the_ledger(content: Path) -> None:
    assert [one.id for one in unentered(taken(content).publication)] == ["bridge-length", "bridge-cost"]
    assert [*waiting_copy(taken(content).publication)] == ["Waiting for the ledger: 2 fact-checks (`invoke publish`)"]
    enter(content, NOW)
    assert unentered(taken(content).publication) == [*waiting_copy(taken(content).publication)] == []
    edit(content / LENGTH, "corrections:\n", CORRECTION % ("c2", 2))
    assert [one.id for one in unentered(taken(content).publication)] == ["bridge-length"]


def test_the_ledger_is_the_same_however_it_came_about(content: Path) -> None:
    enter(content, "2025-06-15T00:00:00+00:00")
    assert len((content / "ledger/2025.jsonl").read_text("utf-8").splitlines()) == 1
    enter(content, NOW)
    in_two_steps = state(content)
    shutil.rmtree(content / "ledger")
    enter(content, NOW)
    assert state(content) == in_two_steps


@pytest.mark.parametrize("after", range(7))
def test_stopped_at_any_file_it_is_mended_by_the_next(content: Path, tmp_path: Path, after: int) -> None:
    """The files that were written are whole, the copy has no error, and the next command enters what is left."""
    files = plan(taken(content)).files
    assert len(files) == 6
    ledger_files.write(content, dict(list(files.items())[:after]))
    (content / "ledger/.2025.jsonl.new").write_text('{"id":"half', "utf-8")
    assert not [line for line in problems(content) if " error " in line]
    enter(content, NOW)
    (content / "ledger/.2025.jsonl.new").unlink(missing_ok=True)
    whole = Path(shutil.copytree(ROOT / "tests/bad_copy/_good", tmp_path / "whole"))
    enter(whole, NOW)
    assert state(content) == state(whole)


def test_a_spoilt_order_or_a_lost_text_is_put_right(content: Path) -> None:
    enter(content, NOW)
    before, lines = state(content), (content / "ledger/2025.jsonl").read_text("utf-8").splitlines()
    (content / "ledger/2025.jsonl").write_text("\n".join(reversed(lines)), "utf-8")
    (content / "ledger/2025/bridge-cost.md").unlink()
    edit(content / "ledger/2025/bridge-length.md", "longest", "shortest")
    assert plan_of(content) == ["Nothing to enter, but 3 files of the ledger to be put in order."]
    enter(content, NOW)
    assert state(content) == before


def test_the_command(content: Path) -> None:
    asked = publish(content)
    assert asked.returncode == 2
    assert asked.stderr == "Nothing was done: nobody can be asked here. Add --yes to do what is shown.\n"
    assert not (content / "ledger").exists()

    done = publish(content, "--yes")
    assert done.returncode == 0
    assert done.stdout.splitlines()[:2] == [
        "new        bridge-length  /checks/bridge-length/",
        "new        bridge-cost  /checks/bridge-cost/",
    ]
    before = state(content)
    again = publish(content)
    assert (again.returncode, again.stdout) == (0, "Nothing to enter: 2 in the ledger as they are.\n")
    assert state(content) == before


def test_with_an_error_in_the_copy_nothing_is_entered(content: Path) -> None:
    enter(content, NOW)
    before = state(content)
    edit(content / COST, "took four years", "took five years")
    refused = publish(content, "--yes")
    assert refused.returncode == 1
    assert "error [silent-edit]" in refused.stdout
    assert refused.stderr == "Nothing was entered: the copy has errors.\n"
    assert state(content) == before


def test_two_at_once(content: Path) -> None:
    with ledger_files.alone(content):
        second = publish(content, "--yes")
    assert second.returncode == 2
    assert second.stderr == (
        "Another `invoke publish` is at work on this copy; nothing was entered. Try again when it has ended.\n"
    )


@pytest.mark.parametrize(("answer", "entered"), [("y\n", True), ("\n", False), ("no\n", False)])
def test_asked_at_a_terminal(content: Path, answer: str, *, entered: bool) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "invoke", "publish", "--content", str(content), "--now", NOW]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        os.write(ours, answer.encode())
        out, _ = running.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert running.returncode == (0 if entered else 1)
    assert out.endswith("Commit them with the copy.\n" if entered else "Nothing was entered.\n")
    assert (content / "ledger").exists() is entered


def test_a_source_keeps_its_page(content: Path) -> None:
    enter(content, NOW)
    assert (content / "ledger/sources.txt").read_text("utf-8") == "gazette-2025-03-04-bridge\n"
    edit(content / LENGTH, "  2: gazette-2025-03-04-bridge\n", "")
    edit(content / LENGTH, " It opened in March [2].", "")
    edit(content / LENGTH, "corrections:\n", CORRECTION % ("c2", 2))
    publication = taken(content).publication
    assert publication.uses["gazette-2025-03-04-bridge"] == ("bridge-cost",)
    assert publication.has_page("gazette-2025-03-04-bridge")
    assert not publication.has_page("statistics-2025-bridges")
    enter(content, NOW)
    assert (content / "ledger/sources.txt").read_text("utf-8") == "gazette-2025-03-04-bridge\n"
    assert problems(content) == []


def test_entered_ahead_it_is_published_by_the_clock_alone(content: Path) -> None:
    """And until then it may be edited and dated anew, into another year too."""
    early = "2025-06-15T00:00:00+00:00"
    enter(content, early)
    edit(
        content / LENGTH,
        "corrections:\n  - id: c1\n    date: 2025-07-01\n    kind: minor\n    why: >-\n      A word was misspelt.\n",
        "",
    )
    for before, date in (("2025-07-01", "2025-07-02"), ("2025-07-02", "2026-01-02")):
        edit(content / LENGTH, f"published: {before}", f"published: {date}")
        enter(content, early, ahead=True)
        assert [one.code for one in load(content, "content", early).problems] == []
    later = load(content, "content", "2026-01-03T00:00:00+00:00")
    assert "bridge-length" in later.publication.factchecks
    assert unentered(later.publication) == []
    assert [one.code for one in later.problems] == []


@pytest.mark.parametrize("drafts", [False, True])
def test_entered_ahead_and_put_off_it_is_missed_from_the_moment_that_the_ledger_has(
    content: Path, *, drafts: bool
) -> None:
    """So a build that found nothing worse than a warning is not to be relied upon any longer than that."""
    early, due = "2025-06-15T10:00:00-04:00", "2025-06-15T15:00:00-04:00"
    edit(content / LENGTH, "published: 2025-07-01", f"published: {due}")
    enter(content, early, ahead=True)
    edit(content / LENGTH, f"published: {due}", "published: 2025-06-15T18:00:00-04:00")

    before, then = (load(content, "content", now, drafts=drafts) for now in (early, due))

    assert [one.code for one in before.problems] == ["not-in-ledger"]
    assert [one.code for one in then.problems] == ["vanished-id"]
    assert holds_until(before.publication).isoformat() == due


def test_with_a_fault_nothing_is_entered_ahead(content: Path) -> None:
    edit(content / LENGTH, "authors: [ada]", "authors: [nobody]")
    early = "2025-06-15T00:00:00+00:00"
    refused = publish(content, "--yes", "--ahead", now=early)
    assert (refused.returncode, "[unknown-person]" in refused.stdout) == (1, True)
    assert publish(content, "--yes", now=early).returncode == 0
    assert state(content)["ledger/2025.jsonl"].count("\n") == 1
