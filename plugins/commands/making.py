"""Commands that take the copy in and make the site of it."""

import gc
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoke import Exit, task

from plugins.commands import flags
from plugins.commands.flags import CRASH, ROOT, address, clocked, counted, existing, folder_of, guarded, style

if TYPE_CHECKING:  # each command starts sooner without
    from plugins.commands.unchanged import Reading
    from plugins.core.problems import Problem
    from plugins.press.publish import Outcome

LONG = 1.0
"""From so many seconds on a stage is told of."""


@task(
    help={
        "content": "the folder of the copy (default: content/)",
        "output": "the link to the release (default: output)",
        "base": "the address that the site will have (default: `url` in publication.yaml)",
        "drafts": "build drafts and what is not yet due too, marked as such",
        "strict": "let warnings stop the build as well",
        "now": "the build's clock, e.g. 2026-01-31 or 2026-01-31T12:00:00+00:00",
        "jobs": "how many processes make pages (default: one for each processor)",
        "scheduler": "make pages on a Dask cluster, e.g. tcp://host:8786 (docs/cluster.md)",
        "no_wait": "end with exit code 2 when another build writes to this output, instead of waiting",
        "full": "render every page anew, whatever the last release knows",
        "keep_index": "leave the search index as it is, for speed: the next build without this renews it",
        "format": "how problems are printed: text, github, json",
    }
)
@guarded(CRASH)
def build(
    c, content=None, output=None, base=None, drafts=False, strict=False, jobs=0, scheduler="", no_wait=False,
    now=None, full=False, keep_index=False, format=None,
):  # fmt: skip
    """Check the copy, then build the whole site.

    Reads content/ and theme/, writes output (a link to a release in .releases/) and, beside it, .cache/. With
    an error in the copy the output stays as it is and the exit code is 1.
    """
    del c
    gc.disable()  # what a build imports and holds stays until it ends: the collector would walk over it again and again
    from plugins import settings
    from plugins.commands.unchanged import Reading
    from plugins.intake.read import find, shown
    from plugins.press.release import Releases

    started = time.perf_counter()
    folder = existing(folder_of(content, ROOT / "content"))
    target = Path(output).absolute() if output else ROOT / "output"
    override = {
        "PATH": str(folder),
        "OUTPUT_PATH": str(target),
        settings.NOW: clocked(now),
        settings.DRAFTS: drafts,
        settings.STRICT: strict,
        settings.JOBS: flags.jobs(jobs),
        settings.FULL: full,
        settings.KEEP_INDEX: keep_index,
        settings.SCHEDULER: scheduler,
        settings.WAITING: flags.not_waiting if no_wait else partial(print, flags.WAITING, file=sys.stderr),
        settings.STAGE: _tell_if_long,
        settings.STYLE: style(format),
        **({"SITEURL": address(base)} if base else {}),
    }
    found = find(folder, shown(folder))
    reading = Reading(ROOT, found, override)
    note = None if full else reading.note(Releases(target), override[settings.NOW])
    if note:
        _tell_problems(note.problems, override[settings.STYLE])
        line, *more = note.lines
    else:
        line, *more = _made(override | {settings.FOUND: found, settings.DONE: partial(_leave_note, reading)})
        gc.freeze()  # else Python, before it ends, looks through all that was built for garbage
    tell = sys.stderr if format == "json" else sys.stdout
    print(f"{line} ({time.perf_counter() - started:.1f} s)", *more, sep="\n", file=tell)


def _made(override: dict[str, Any]) -> tuple[str, ...]:
    """Build, and give what there is to say."""
    from plugins.press.glue import run

    outcome, publication = run(ROOT / "pelicanconf.py", override)
    return f"{counted(publication)}, {outcome.line()}", *flags.waiting_copy(publication)


def _leave_note(reading: "Reading", given: dict[str, Any], outcome: "Outcome") -> None:
    """Note what a build has to say that would do the same."""
    from plugins.settings import PUBLICATION

    publication = given[PUBLICATION]
    again = f"{counted(publication)}, {outcome.again().line()}"
    reading.leave_note(given, (again, *flags.waiting_copy(publication)))


def _tell_problems(problems: "tuple[Problem, ...]", style: str | None) -> None:
    from plugins.intake.report import report, usual_style

    if problems or style == "json":
        report(problems, style or usual_style())


def _tell_if_long(name: str, seconds: float) -> None:
    """Say what took its time; a small publication is built without a word."""
    if seconds >= LONG:
        print(f"stage {name}: {seconds:.2f} s", file=sys.stderr, flush=True)


@task(
    help={
        "content": "the folder of the copy (default: content/)",
        "port": "the port on this machine (default: 8000)",
        "no_drafts": "leave drafts and what is not yet due out, as readers see it",
        "now": "the clock, e.g. 2026-01-31",
    }
)
@guarded(CRASH)
def serve(c, content=None, port=8000, no_drafts=False, now=None):
    """Preview on 127.0.0.1: pages and problems follow every change of the copy and the theme.

    Reads content/ and theme/, writes nothing but .cache/; the site in output stays as it is.
    """
    del c
    from plugins import settings
    from plugins.desk.glue import serve

    override = {"PATH": str(existing(folder_of(content, ROOT / "content"))), settings.DRAFTS: not no_drafts}
    if now:
        override[settings.NOW] = clocked(now)
    try:
        with flags.on_port(port):
            serve(ROOT / "pelicanconf.py", override, port, _tell)
    except KeyboardInterrupt:
        print("Preview ended.")


def _tell(line: str, problems: Any) -> None:
    from plugins.intake.report import report

    if problems:
        report(problems, "text")
    print(line, flush=True)


@task(
    help={
        "content": "the folder of the copy (default: content/)",
        "drafts": "judge drafts and what is not yet due as if they were published",
        "strict": "exit 1 for warnings as well",
        "now": "the clock, e.g. 2026-01-31",
        "format": "how problems are printed: text, github, json",
        "built": "judge the built site instead of the copy: its feeds, its links (docs/reading-proofs.md)",
        "output": "the built site that --built judges (default: output)",
    }
)
@guarded(CRASH)
def check(c, content=None, drafts=False, strict=False, now=None, format=None, built=False, output=None):
    """List every problem of the copy, or with --built of the built site; build nothing.

    Reads content/, or output; writes nothing. Exit code 1 if something would stop a build, or a reader.
    """
    del c
    if built or output:
        _judge(Path(output).absolute() if output else ROOT / "output", style(format))
        return
    from plugins.forked import cores
    from plugins.intake.gate import closed
    from plugins.intake.load import load
    from plugins.intake.read import shown
    from plugins.intake.report import report, tally, usual_style

    folder = folder_of(content, ROOT / "content")
    loaded = load(folder, shown(folder), clocked(now), drafts=drafts, jobs=cores())
    shape = style(format) or usual_style()
    report(loaded.problems, shape)
    if shape == "text" and not loaded.problems:
        print(f"{counted(loaded.publication)}, {tally(loaded.problems)}")
    if closed(loaded.problems, strict=strict):
        raise Exit(code=1)


def _judge(folder: Path, given: str | None) -> None:
    """Judge a built site; a folder that holds none is a wrong use of the command."""
    from plugins.audit.audit import NothingBuilt, audit
    from plugins.forked import cores
    from plugins.intake.read import shown
    from plugins.intake.report import report, tally, usual_style

    try:
        problems = audit(folder, shown(folder), jobs=cores())
    except NothingBuilt as error:
        raise Exit(str(error), 2) from None
    shape = given or usual_style()
    report(problems, shape)
    if problems:
        raise Exit(code=1)
    if shape == "text":
        print(tally(problems))


@task(
    help={
        "content": "the folder of the copy (default: content/)",
        "strict": "exit 1 if a criterion fails",
        "now": "the clock, e.g. 2026-01-31",
        "format": "text, markdown (to be sent or filed) or json (with every place)",
    }
)
@guarded(CRASH)
def report(c, content=None, strict=False, now=None, format=None):
    """Tell how the copy stands with what assessors of fact-checkers ask for: pass, warn or fail, with the place.

    A warning asks somebody to look, a failure is something missing. No answer is the assessors' own. Reads content/,
    writes nothing but .cache/. The exit code is 0; with an error in the copy it is 1, and the problems are listed.
    """
    del c
    from plugins.desk.assessment import assess_folder
    from plugins.desk.assessment_lines import STYLES, lines

    shape, folder = style(format, STYLES) or "text", existing(folder_of(content, ROOT / "content"))
    assessment = assess_folder(folder, clocked(now), ROOT / ".cache", json=shape == "json")
    print("\n".join(lines(assessment, shape, colour=sys.stdout.isatty())))
    if strict and assessment.failed:
        raise Exit(code=1)
