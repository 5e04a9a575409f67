"""The commands people type. Each is thin: it reads its flags and calls one function."""

import shlex
import sys
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from invoke import Context, Exit, task

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from plugins.desk import commands  # noqa: E402 (the line above finds it)
from plugins.desk.commands import address, counted, existing, folder_of, guarded, moment, style  # noqa: E402 (likewise)

PYTHON = shlex.quote(sys.executable)
LONG = 1.0
"""From so many seconds on a stage is told of."""
CRASH = ROOT / "plumbline-crash.txt"


def _moment(now: str | None) -> str:
    return moment(now, lambda: datetime.now(UTC))


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
    from plugins import settings
    from plugins.press.glue import run

    started = time.perf_counter()
    override = {
        "PATH": str(existing(folder_of(content, ROOT / "content"))),
        "OUTPUT_PATH": str(Path(output).absolute() if output else ROOT / "output"),
        settings.NOW: _moment(now),
        settings.DRAFTS: drafts,
        settings.STRICT: strict,
        settings.JOBS: commands.jobs(jobs),
        settings.FULL: full,
        settings.KEEP_INDEX: keep_index,
        settings.SCHEDULER: scheduler,
        settings.WAITING: commands.not_waiting if no_wait else partial(print, commands.WAITING, file=sys.stderr),
        settings.STAGE: _tell_if_long,
        settings.STYLE: style(format),
        **({"SITEURL": address(base)} if base else {}),
    }
    outcome, publication = run(ROOT / "pelicanconf.py", override)
    tell = sys.stderr if format == "json" else sys.stdout
    line = f"{counted(publication)}, {outcome.line()} ({time.perf_counter() - started:.1f} s)"
    print(line, *commands.waiting_copy(publication), sep="\n", file=tell)


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
        override[settings.NOW] = _moment(now)
    try:
        with commands.on_port(port):
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
    }
)
@guarded(CRASH)
def check(c, content=None, drafts=False, strict=False, now=None, format=None):
    """List every problem of the copy; build nothing.

    Reads content/, writes nothing. Exit code 1 if something would stop a build.
    """
    del c
    from plugins.crew import cores
    from plugins.intake.gate import closed
    from plugins.intake.load import load, shown
    from plugins.intake.report import report, tally, usual_style

    folder = folder_of(content, ROOT / "content")
    loaded = load(folder, shown(folder), _moment(now), drafts=drafts, jobs=cores())
    shape = style(format) or usual_style()
    report(loaded.problems, shape)
    if shape == "text" and not loaded.problems:
        print(f"{counted(loaded.publication)}, {tally(loaded.problems)}")
    if closed(loaded.problems, strict=strict):
        raise Exit(code=1)


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
    assessment = assess_folder(folder, _moment(now), ROOT / ".cache", json=shape == "json")
    print("\n".join(lines(assessment, shape, colour=sys.stdout.isatty())))
    if strict and assessment.failed:
        raise Exit(code=1)


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
    print(*commands.words(ROOT), sep="\n")


@task(help={"all": "the long forms too", "only": "a part of the tests, as pytest's -k takes it"})
def test(c, all=False, only=None):
    """Run the tests. Reads everything, writes below temporary folders only."""
    _run(c, *commands.testing(PYTHON, only, everything=all))


@task
def lint(c: Context) -> None:
    """Check format, style, types and floors. Changes nothing; `ruff format` and `ruff check --fix` do."""
    _run(c, *commands.linting(PYTHON))


@task
def golden(c: Context) -> None:
    """Refresh the golden output of the toy publication in tests/site/. Read the diff before you commit it."""
    _run(c, f"{PYTHON} tests/site/refresh.py")


@task(
    help={
        "count": "fact-checks of the synthetic publication",
        "rounds": "how often each piece of work is timed",
        "only": "which tools, with commas between: hugo,plumbline,stock",
        "growth": "also cold builds at these sizes, e.g. 100,1000,10000,100000",
        "serve": "the preview too, as Chromium shows it (default), if plumbline is raced",
        "folder": "where to work (default: below the system's temporary folder)",
        "build_flags": 'more for `invoke build`, e.g. "--jobs 4"',
        "write": "write docs/performance.md too",
    }
)
def bench(c, count=10_000, rounds=3, only=None, growth=None, serve=True, folder=None, build_flags=None, write=False):
    """Measure the press beside Hugo and stock Pelican, and the preview in Chromium; print tables. Linux only.

    Reads the project, works in a temporary folder on a copy of it, installs Hugo and stock Pelican there.
    """
    given = {"count": count, "rounds": rounds, "only": only, "growth": growth, "folder": folder}
    given |= {"build-flags": build_flags, "write": "docs/performance.md" if write else None}
    flags = [f"--{name}={value}" for name, value in given.items() if value] + ([] if serve else ["--no-serve"])
    _run(c, f"{PYTHON} tests/bench/run.py {shlex.join(flags)}")


@task
def lock(c: Context) -> None:
    """Renew requirements.lock, and those for a cluster and for developers, from pyproject.toml (names, versions, hashes)."""
    _run(c, *commands.locking(PYTHON))


def _run(c: Context, *each: str) -> None:
    for command in each:
        with c.cd(str(ROOT)):
            result = c.run(command, warn=True, pty=sys.stdout.isatty())
        if result is None or result.exited:
            raise Exit(code=result.exited if result else 1)
