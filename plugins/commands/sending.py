"""What `deploy` and `rollback` say, ask and do."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from invoke import Exit

from plugins.commands.flags import WAITING
from plugins.deploy import plan_lines, release
from plugins.deploy.deploy import carry_out, look, target_of
from plugins.deploy.packed import with_packed
from plugins.deploy.plan import Plan, Stage
from plugins.deploy.target import CannotDeploy, Here, TargetFault
from plugins.press.release import Releases


class Answers:
    """What the flags say yes to; a terminal is asked for the rest."""

    def __init__(self, *, yes: bool, delete_many: bool, take_over: bool) -> None:
        """Take the flags."""
        self._yes = yes
        self._delete_many = delete_many
        self._take_over = take_over

    def demand(self, question: str) -> None:
        """Go on after a yes."""
        self._demand(question, "--yes", given=self._yes)

    def allow(self, plan: Plan) -> None:
        """Go on after every yes that a plan needs."""
        if plan.strange:
            self._demand(release.strange(plan), "--take-over", given=self._take_over)
        if plan.deletes_many:
            question = f"{plan.deleted} of {plan.standing} files there would be deleted. Is that right?"
            self._demand(question, "--delete-many", given=self._delete_many)
        self.demand("Go?")

    def _demand(self, question: str, flag: str, *, given: bool) -> None:
        if given:
            return
        if not sys.stdin.isatty():
            raise Exit(f"{question} Nothing was done: {flag} says yes.", 2)
        if input(f"{question} [y/N] ").strip().lower() not in {"y", "yes"}:
            raise Exit("Nothing was done.", 1)


def deploying(output: Path, to: str, answers: Answers, *, compress: bool) -> None:
    """Bring the release that is shown to a target."""
    releases = Releases(output)
    with _told(to), releases.locked(partial(print, WAITING, file=sys.stderr)):
        _deploy(releases, to, answers, compress=compress)


def rolling_back(output: Path, to: str | None, answers: Answers, *, compress: bool) -> None:
    """Show the release before; bring it to a target, if one is named."""
    releases = Releases(output)
    with _told(to), releases.locked(partial(print, WAITING, file=sys.stderr)):
        before = release.before(releases)
        print(*release.both(releases), sep="\n")
        answers.demand("Switch to the release before?")
        releases.show(before)
        print(f"{output.name} shows the release before now.")
        if to is not None:
            _deploy(releases, to, answers, compress=compress)


def _deploy(releases: Releases, to: str, answers: Answers, *, compress: bool) -> None:
    here = _ready(releases)
    target = target_of(to, releases)
    if compress:
        if not target.packs:
            raise CannotDeploy(
                "--compress is for servers that look for packed files; what serves from S3 packs by itself."
            )
        here = with_packed(releases, here)
    plan = look(here, target)
    if plan.sends or plan.deletes:
        print(f"{to}: {plan.standing} files of ours stand there.", *plan_lines.lines(plan), sep="\n")
        answers.allow(plan)
    carry_out(plan, here, target, _on_terminal if sys.stdout.isatty() else _in_lines)
    print(f"{to}: {plan.sent} sent, {plan.deleted} deleted, {len(here) - plan.sent} as they were.")


def _ready(releases: Releases) -> Here:
    """Give what is deployed, after everything that has to hold before readers see it."""
    return release.here(releases)


@contextmanager
def _told(to: str | None) -> Iterator[None]:
    """Say what went wrong, and how to go on."""
    try:
        yield
    except CannotDeploy as error:
        raise Exit(str(error), 2) from None
    except release.Unfit as error:
        raise Exit(str(error), 1) from None
    except TargetFault as error:
        raise Exit(f"{error}\nWhat was sent stays there. To go on: invoke deploy --to {to}", 1) from None
    except KeyboardInterrupt:
        if to is None:
            raise
        raise Exit(f"Stopped. What was sent stays there. To go on: invoke deploy --to {to}", 130) from None


def _in_lines(verb: str, stage: Stage, done: Iterator[str]) -> None:
    """Say a line for each stage."""
    for _ in done:
        pass
    print(f"  {verb}: {plan_lines.line(stage)}", flush=True)


def _on_terminal(verb: str, stage: Stage, done: Iterator[str]) -> None:
    """Count in place."""
    for number, _ in enumerate(done, start=1):
        print(f"\r  {verb}: {number} of {plan_lines.line(stage)}", end="", flush=True)
    print()
