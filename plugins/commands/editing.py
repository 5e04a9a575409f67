"""Commands for those who look after the copy and its words."""

from invoke import Exit, task
from invoke.main import program

from plugins.commands.asking import answers, confirmed
from plugins.commands.flags import CRASH, ROOT, clocked, existing, folder_of, guarded


@task(
    help={
        "content": "the folder of the copy (default: content/)",
        "now": "the clock, e.g. 2026-01-31: what is due by then is entered",
        "ahead": "enter what is held, too, so that a scheduled build may publish it when it falls due",
        "yes": "enter it without asking",
    }
)
@guarded(CRASH, "Run it again: what is half entered then is put in order.")
def publish(c, content=None, now=None, ahead=False, yes=False):
    """Enter what readers see into the ledger, so that no build forgets it; the plan is shown first.

    Reads content/, writes content/ledger/ (and .cache/): commit it with the copy. With an error in the copy nothing is
    entered and the exit code is 1. Without --yes it asks; where nobody can answer, nothing is entered, exit code 2.
    """
    del c
    from plugins.desk.entering import plan, told
    from plugins.desk.ledger_files import alone, write
    from plugins.forked import cores
    from plugins.intake.load import load
    from plugins.intake.read import shown

    folder = existing(folder_of(content, ROOT / "content"))
    with alone(folder):
        loaded = load(folder, shown(folder), clocked(now), jobs=cores(), cached=ROOT / ".cache")
        _stop_at_errors(loaded, ahead=ahead)
        planned = plan(loaded, ahead=ahead)
        print(*told(planned), sep="\n")
        if not planned.files:
            return
        if not confirmed("Enter this into the ledger?", yes=yes):
            raise Exit("Nothing was entered.", 1)
        write(folder, planned.files)
    count = len(planned.files)
    print(
        f"Entered: {count} file{'' if count == 1 else 's'} written below {shown(folder)}/ledger/. Commit them with the copy."
    )


def _stop_at_errors(loaded, *, ahead) -> None:
    """Stop at errors; in copy that is entered ahead, at what will be one when it falls due."""
    from plugins.core.codes import CODES
    from plugins.core.problems import Severity
    from plugins.core.resolve.ledger import held
    from plugins.intake.report import report, usual_style

    paths = {check.path for check in held(loaded.publication)} if ahead else set()
    grave = [one for one in loaded.problems if one.place.path in paths and CODES[one.code] is Severity.ERROR]
    errors = [one for one in loaded.problems if one.severity is Severity.ERROR or one in grave]
    if errors:
        report(errors, usual_style())
        raise Exit("Nothing was entered: the copy has errors.", 1)


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


_ASKED = {
    "kind": "Kind (substantial: a fact was wrong; update: right then, new since; minor: no change of meaning):",
    "was": "What was:",
    "now": "What is now:",
    "why": "Why:",
}


@task(
    auto_shortflags=False,
    iterable=["verdict_was"],
    help={
        "id": "the id of the fact-check; with --source, of a source",
        "source": "the id is a source's: correct every published fact-check that cites it",
        "kind": "substantial (a fact was wrong), update (right then, new since) or minor (no change of meaning)",
        "was": "the words before",
        "now": "the words after",
        "why": "the reason",
        "verdict_was": "the verdict that a claim had, as claim=verdict; may be repeated",
        "entry_id": "the id of the correction (default: the next of c1, c2 …)",
        "date": "when, e.g. 2026-01-31 or 2026-01-31T12:00:00-05:00 (default: the clock)",
        "content": "the folder of the copy (default: content/)",
        "yes": "write without asking",
    },
)
@guarded(CRASH, "No fact-check was changed.")
def correct(
    c, id, source=False, kind=None, was=None, now=None, why=None, verdict_was=None, entry_id="", date="", content=None,
    yes=False,
):  # fmt: skip
    """Enter a correction into the header of a fact-check, after you changed its text. Asks for what flags leave out.

    Reads content/. Shows what it will write, asks, then writes the files of these fact-checks and nothing else: all
    of them, or none. Exit code 1, with nothing written, if the copy would have a new error.
    """
    del c
    if id in {"-h", "--help"}:  # invoke takes whatever follows for the id
        program.run(["invoke", "--help", "correct"], exit=False)
        return
    from plugins.desk.correcting.plan import check_flags, chosen, plan
    from plugins.desk.correcting.wish import Refused, answered, dated, fault_in, wished
    from plugins.desk.correcting.write import difference, write
    from plugins.forked import cores
    from plugins.intake.gate import closed
    from plugins.intake.load import load
    from plugins.intake.read import shown
    from plugins.intake.report import report

    folder, clock = existing(folder_of(content, ROOT / "content")), clocked(None)
    loaded = load(folder, shown(folder), clock, jobs=cores(), cached=ROOT / ".cache")
    try:
        checks = chosen(loaded.publication, id, source=source)
        if source:
            print(f"{len(checks)} cite {id}:", *(f"  {one.path}" for one in checks), sep="\n")
        wish = wished(dated(date, clock, loaded.publication.masthead.timezone), entry_id, verdict_was or ())
        check_flags(loaded, folder, checks, wish)
        asked = answers(_ASKED, {"kind": kind, "was": was, "now": now, "why": why}, fault_in)
        planned = plan(loaded, folder, checks, answered(wish, asked))
        print(*(line for change in planned.changes for line in difference(change)), sep="\n")
        report(planned.problems, "text")
        if closed(planned.problems):
            raise Exit("Nothing was written: the copy would have a new error.", 1)
        if not confirmed("Write this?", yes=yes):
            raise Exit("Nothing was written.", 1)
        write(planned.changes)
    except Refused as error:
        raise Exit(str(error), error.code) from None
    print(*(f"wrote {change.shown}" for change in planned.changes), sep="\n")
