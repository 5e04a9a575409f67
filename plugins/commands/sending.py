"""What `deploy` and `rollback` say, ask and do."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from invoke import Exit

from plugins.commands.asking import confirmed
from plugins.commands.flags import ROOT, WAITING
from plugins.crew import cores
from plugins.deploy import plan_lines, release
from plugins.deploy.deploy import carry_out, look, target_of
from plugins.deploy.packed import with_packed
from plugins.deploy.plan import Plan, Stage
from plugins.deploy.target import CannotDeploy, Here, Target, TargetFault
from plugins.press.release import Releases

SHOWN = 20
"""So many fact-checks are named that the ledger does not have."""


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
        if not confirmed(question, yes=given, flag=flag):
            raise Exit("Nothing was done.", 1)


def deploying(output: Path, to: str, answers: Answers, entered: Callable[[], None], *, compress: bool) -> None:
    """Bring the release that is shown to a target, if it is without fault and `entered` does not object."""
    releases = Releases(output)
    with _told(to), releases.locked(partial(print, WAITING, file=sys.stderr)):
        target = target_of(to, releases)
        here = release.here(releases)
        entered()
        _faultless(releases)
        _deploy(here, releases, to, target, answers, compress=compress)


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
            target = target_of(to, releases)
            _deploy(release.here(releases), releases, to, target, answers, compress=compress)


def all_entered(content: Path, now: str) -> None:
    """Demand that the ledger has what readers will see, so that no later build can change it in silence."""
    from plugins.core.resolve.ledger import unentered
    from plugins.intake.load import load
    from plugins.intake.read import shown

    loaded = load(content, shown(content), now, jobs=cores(), cached=ROOT / ".cache")
    waiting = unentered(loaded.publication)
    if waiting:
        names = "".join(f"\n  {one.id}  {one.path}" for one in waiting[:SHOWN])
        more = f"\n  and {len(waiting) - SHOWN} more" if len(waiting) > SHOWN else ""
        fix = "Enter them with `invoke publish`, then deploy."
        raise Exit(f"The ledger does not have as they are now:{names}{more}\n{fix}", 1)


def _faultless(releases: Releases) -> None:
    """Demand that feeds, links and anchors of the release are right."""
    from plugins.audit.audit import audit
    from plugins.intake.report import report

    problems = audit(releases.output, releases.output.name, cores())
    if problems:
        report(problems, "text")
        raise Exit("Nothing was sent: mend this, build, and deploy again.", 1)


def _deploy(here: Here, releases: Releases, to: str, target: Target, answers: Answers, *, compress: bool) -> None:
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
