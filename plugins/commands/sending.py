"""What `deploy` and `rollback` say, ask and do."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from invoke import Exit

from plugins.commands.asking import confirmed
from plugins.commands.flags import ROOT, WAITING
from plugins.deploy import plan_lines, release
from plugins.deploy.deploy import carry_out, look, target_of
from plugins.deploy.packed import with_packed
from plugins.deploy.plan import Plan, Stage
from plugins.deploy.target import CannotDeploy, Here, Target, TargetFault
from plugins.forked import cores
from plugins.press.release import Releases

Entered = Callable[[bytes], None]
"""Given what a release shows; objects if the ledger has it otherwise."""
SHOWN = 20
"""So many fact-checks are named that the ledger has otherwise."""


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


def deploying(output: Path, to: str, answers: Answers, again: str, entered: Entered, *, compress: bool) -> None:
    """Bring the release that is shown to a target, if it is without fault and `entered` does not object.

    `again` is the command that goes on after a stop.
    """
    releases = Releases(output)
    with _told(again), releases.locked(partial(print, WAITING, file=sys.stderr)):
        target = target_of(to, releases)
        here = release.here(releases)
        entered(releases.manifest(releases.shown()).shown)
        _faultless(releases)
        _bring(here, releases, to, target, answers, again, compress=compress)


def rolling_back(
    output: Path, to: str | None, answers: Answers, again: str, *, compress: bool = False, stay: bool = False
) -> None:
    """Show the release before; if a target is named, bring it there first, so that whoever goes on means the same one.

    With `stay` the link stays as it is.
    """
    releases = Releases(output)
    with _told(again), releases.locked(partial(print, WAITING, file=sys.stderr)):
        target = None if to is None else target_of(to, releases)
        before = release.before(releases)
        print(*release.both(releases), sep="\n")
        if to is None or target is None:
            answers.demand("Switch to the release before?")
        else:
            here = release.outgoing(releases, before)
            _bring(here, releases, to, target, answers, again, compress=compress, back=True)
        if not stay:
            releases.show(before)
            print(f"{output.name} shows the release before now.")


def all_entered(content: Path, now: str, told: bytes) -> None:
    """Demand that the ledger has what a release shows, and the release what the ledger has."""
    from plugins.deploy.entered import differing
    from plugins.intake.load import load
    from plugins.intake.read import shown

    publication = load(content, shown(content), now, jobs=cores(), cached=ROOT / ".cache").publication
    unlike = list(differing(told, publication))
    if not unlike:
        return
    names = "".join(f"\n  {one.id}  {one.path}" for one in unlike[:SHOWN])
    more = f"\n  and {len(unlike) - SHOWN} more" if len(unlike) > SHOWN else ""
    if all(one.is_copy for one in unlike):
        said, fix = "The ledger does not have as they are now", "Enter them with `invoke publish`, then deploy."
    else:
        said = "This release is older than the ledger or the copy, or was made of other copy. It differs in"
        fix = "Run `invoke build` first, then deploy."
    raise Exit(f"{said}:{names}{more}\nNothing was sent. {fix}", 1)


def _faultless(releases: Releases) -> None:
    """Demand that feeds, links and anchors of the release are right."""
    from plugins.audit.audit import audit
    from plugins.intake.report import report

    problems = audit(releases.output, releases.output.name, cores())
    if problems:
        report(problems, "text")
        raise Exit("Nothing was sent: mend this, build, and deploy again.", 1)


def _bring(
    here: Here,
    releases: Releases,
    to: str,
    target: Target,
    answers: Answers,
    again: str,
    *,
    compress: bool,
    back: bool = False,
) -> None:
    """Show the plan, get every yes, carry it out; going back wants a yes even if nothing is to be sent."""
    if compress:
        if not target.packs:
            raise CannotDeploy(
                "--compress is for servers that look for packed files; what serves from S3 packs by itself."
            )
        here = with_packed(releases, here)
    plan = look(here, target)
    if plan.sends or plan.deletes or back:
        print(f"{to}: {plan.standing} files of ours stand there.", *plan_lines.lines(plan), sep="\n")
        answers.allow(plan)
    with _sending(again):
        carry_out(plan, here, target, _on_terminal if sys.stdout.isatty() else _in_lines)
    print(f"{to}: {plan.sent} sent, {plan.deleted} deleted, {len(here) - plan.sent} as they were.")


@contextmanager
def _told(again: str) -> Iterator[None]:
    """Say what went wrong before anything was done, and how to go on."""
    try:
        yield
    except CannotDeploy as error:
        raise Exit(str(error), 2) from None
    except release.Unfit as error:
        raise Exit(str(error), 1) from None
    except TargetFault as error:
        raise Exit(f"{error}\nNothing was done. To try again: {again}", 1) from None
    except KeyboardInterrupt:
        raise Exit(f"Stopped. Nothing was done. To go on: {again}", 130) from None


@contextmanager
def _sending(again: str) -> Iterator[None]:
    """Say what went wrong in the midst of it, and how to go on."""
    try:
        yield
    except TargetFault as error:
        raise Exit(f"{error}\nWhat was sent stays there. To go on: {again}", 1) from None
    except KeyboardInterrupt:
        raise Exit(f"Stopped. What was sent stays there. To go on: {again}", 130) from None


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
