"""Commands for those who work on the press."""

import shlex
import sys
from collections.abc import Iterator

from invoke import Context, Exit, task

from plugins.commands.flags import ROOT

PYTHON = shlex.quote(sys.executable)


@task(help={"all": "the long forms too", "only": "a part of the tests, as pytest's -k takes it"})
def test(c, all=False, only=None):
    """Run the tests. Reads everything, writes below temporary folders only."""
    _run(c, *testing(PYTHON, only, everything=all))


@task
def lint(c: Context) -> None:
    """Check format, style, types and floors. Changes nothing; `ruff format` and `ruff check --fix` do."""
    _run(c, *linting(PYTHON))


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
    """Renew requirements.lock, and those for a cluster, deploying and developers, from pyproject.toml (names, versions, hashes)."""
    _run(c, *locking(PYTHON))


def _run(c: Context, *each: str) -> None:
    for command in each:
        with c.cd(str(ROOT)):
            result = c.run(command, warn=True, pty=sys.stdout.isatty())
        if result is None or result.exited:
            raise Exit(code=result.exited if result else 1)


def testing(python: str, only: str | None, *, everything: bool) -> Iterator[str]:
    """Give the commands that run the tests: `only` as pytest's -k takes it; `everything` has the long forms too.

    Most run in two processes side by side; what measures the machine comes after them, alone.
    """
    quick = "" if everything else " and not long"
    if only:
        yield f"{python} -m pytest -k {shlex.quote(only)}" + ("" if everything else " -m 'not long'")
        return
    yield f"{python} -m pytest -n 2 --dist worksteal -m 'not alone{quick}'"
    yield f"{python} -m pytest -m 'alone{quick}'"


def linting(python: str) -> Iterator[str]:
    """Give the commands that check format, style, types and floors."""
    for command in ("ruff format --check --quiet .", "ruff check --quiet .", "mypy --no-error-summary"):
        yield f"{python} -m {command}"
    yield f"{python} -c 'from importlinter.cli import lint_imports_command as run; run()' --no-cache --no-logo"


def locking(python: str) -> Iterator[str]:
    """Give the commands that renew the locks."""
    common = "--universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --quiet --upgrade"
    yield f"{python} -m pip install --quiet uv"
    extras = {f"-{name}": f"--extra {name} -c requirements.lock" for name in ("cluster", "deploy")}
    locks = {"": "", **extras, "-dev": "--group dev -c requirements.lock"}
    for name, more in locks.items():
        yield f"{python} -m uv pip compile {common} {more} -o requirements{name}.lock pyproject.toml"
