"""Commands for those who look after the copy and its words."""

import sys

from invoke import Exit, task

from plugins.commands.flags import CRASH, ROOT, clocked, existing, folder_of, guarded


@task(
    help={
        "content": "the folder of the copy (default: content/)",
        "now": "the clock, e.g. 2026-01-31: what is due by then is entered",
        "yes": "enter it without asking",
    }
)
@guarded(CRASH)
def publish(c, content=None, now=None, yes=False):
    """Enter what readers see into the ledger, so that no build forgets it; the plan is shown first.

    Reads content/, writes content/ledger/ (and .cache/): commit it with the copy. With an error in the copy nothing is
    entered and the exit code is 1. Without --yes it asks; where nobody can answer, nothing is entered, exit code 2.
    """
    del c
    from plugins.crew import cores
    from plugins.desk.entering import plan, told
    from plugins.desk.ledger_files import alone, write
    from plugins.intake.load import load, shown

    folder = existing(folder_of(content, ROOT / "content"))
    with alone(folder):
        loaded = load(folder, shown(folder), clocked(now), jobs=cores(), cached=ROOT / ".cache")
        _stop_at_errors(loaded.problems)
        planned = plan(loaded)
        print(*told(planned), sep="\n")
        if planned.files and (yes or _agreed()):
            write(folder, planned.files)
            print(
                f"Entered: {len(planned.files)} files written below {shown(folder)}/ledger/. Commit them with the copy."
            )


def _stop_at_errors(problems) -> None:
    from plugins.core.problems import Severity
    from plugins.intake.report import report, usual_style

    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        report(errors, usual_style())
        raise Exit("Nothing was entered: the copy has errors.", 1)


def _agreed() -> bool:
    """Ask whether to go on; where nobody can answer, the use of the command is wrong."""
    if not sys.stdin.isatty():
        raise Exit("Nothing was entered: nobody is there to be asked. Say --yes.", 2)
    if input("Enter this into the ledger? [y/N] ").strip().lower() in {"y", "yes"}:
        return True
    print("Nothing was entered.")
    return False


@task(help={"folder": "where to write them (default: schemas/)"})
@guarded(CRASH)
def schemas(c, folder=None):
    """Export the model as JSON Schema, so that editors complete and check YAML. Writes schemas/."""
    del c
    from plugins.desk.schemas import write_schemas

    for path in write_schemas(folder_of(folder, ROOT / "schemas")):
        print(f"wrote {path.name}")


@task
@guarded(CRASH)
def words(c):  # noqa: ARG001 (invoke gives a context to each command)
    """Bring the catalogues in theme/locale/ up to date with the texts of theme/ and plugins/; say what wants a translation."""
    from plugins.desk.catalogues import write_catalogues

    for one in write_catalogues(ROOT):
        print(f"{one.lang}: {one.texts} texts, {len(one.wanting) or 'none'} without translation")
        print(*(f"    {text.splitlines()[0]}" for text in one.wanting), sep="\n")
