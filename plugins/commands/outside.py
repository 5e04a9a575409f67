"""Commands that bring the site to readers, and speak to other machines."""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from invoke import Exit, task

from plugins.commands.flags import CRASH, ROOT, clocked, existing, folder_of, guarded
from plugins.deploy.target import FORMS

_FLAGS = {
    "to": f"the target: {FORMS}",
    "output": "the link to the release (default: output)",
    "yes": "go on without asking",
    "delete_many": "go on too if more than a fifth of what stands at the target is deleted",
    "take_over": "go on too if others put files there",
    "compress": "lay packed forms (.gz, .br) beside what can be packed; not on S3",
}


@task(
    help=_FLAGS
    | {"content": "the folder of the copy, for its ledger (default: content/)", "now": "the clock, e.g. 2026-01-31"}
)
@guarded(CRASH)
def deploy(
    c, to=None, content=None, output=None, now=None, yes=False, delete_many=False, take_over=False, compress=False
):  # fmt: skip
    """Bring the last build to a target: what changed is sent, what is gone is deleted; the plan is shown first.

    Refuses a build that does not show what the ledger has (`invoke publish`, `invoke build`), and one with a fault
    (`invoke check --built`).
    Reads content/, output and the manifest of its release, writes to the target, and with --compress to .releases/output/packed.
    Assets go first, then pages and their data, feeds and sitemaps; deletes are last: so no feed names a page that is not
    there, wherever it stops. Run it again to go on. Exit code 1: the target refuses, or the build is not as it was made.
    """
    del c
    from plugins.commands.sending import Answers, all_entered, deploying

    if to is None:
        raise Exit(f"Say where: --to with {FORMS}.", 2)
    answers = Answers(yes=yes, delete_many=delete_many, take_over=take_over)
    entered = partial(all_entered, existing(folder_of(content, ROOT / "content")), clocked(now))
    sure = {"yes": yes, "delete_many": delete_many, "take_over": take_over}
    again = _again("deploy", to=to, content=content, output=output, now=now, compress=compress, **sure)
    deploying(_link(output), to, answers, again, entered, compress=compress)


@task(
    help=_FLAGS
    | {
        "to": f"bring the release to this target first: {FORMS}",
        "stay": "leave output as it is: for all targets but the last, where there are several",
    }
)
@guarded(CRASH)
def rollback(c, to=None, output=None, yes=False, delete_many=False, take_over=False, compress=False, stay=False):
    """Show the release before the one that is shown; with --to, bring it to a target first, as `deploy` does.

    Two releases are kept: the one that output leads to, and the one before. Both are named before anything is done, and
    every file is compared with what the build noted of it. Output is switched last: where it stops before, run it again
    to go on. After that, a second rollback goes back to the newer release. Reads .releases/, writes the link output; asks
    no ledger. The next build starts from the release that is shown then.
    """
    del c
    from plugins.commands.sending import Answers, rolling_back

    if stay and to is None:
        raise Exit("--stay is for a target: name it with --to.", 2)
    answers = Answers(yes=yes, delete_many=delete_many, take_over=take_over)
    sure = {"yes": yes, "delete_many": delete_many, "take_over": take_over}
    again = _again("rollback", to=to, output=output, compress=compress, stay=stay, **sure)
    rolling_back(_link(output), to, answers, again, compress=compress, stay=stay)


@task(
    help={
        "content": "the folder of the copy (default: content/)",
        "output": "the link to the release (default: output)",
        "dry_run": "show which feeds the hub would be told of, and tell nobody",
        "all": "tell of every feed, whatever the hub was told before",
        "no_verify": "do not look first whether the site shows this release",
    }
)
@guarded(CRASH)
def ping(c, content=None, output=None, dry_run=False, all=False, no_verify=False):
    """Tell the hub of publication.yaml (`hub:`) which feeds changed since it was told last. Run it after a deploy.

    Reads content/publication.yaml and the release, asks the site for the changed feeds, writes pinged.json beside the
    releases. Exit code 1 if the site does not show this release yet, or the hub does not take all.
    """
    del c
    from plugins.desk.pinging.ping import Failed, news, tell, verify
    from plugins.desk.pinging.topics import NoAddress
    from plugins.intake.front import masthead
    from plugins.press.release import Releases

    folder = existing(folder_of(content, ROOT / "content"))
    known = masthead(folder)
    if known is None:
        raise Exit(f"{folder.name}/publication.yaml cannot be read; `invoke check` says why.", 1)
    releases = Releases(_link(output))
    if releases.shown() is None:
        raise Exit(f"There is no release behind {releases.output}: build the site first, or name it with --output.", 2)
    if not known.hub:
        print("publication.yaml names no `hub:`, so there is nobody to tell.")
        return
    try:
        topics = news(releases, known.hub, everything=all)
        if not topics:
            print(f"{known.hub} knows every feed as it is.")
        elif dry_run:
            print(f"{known.hub} would be told of:", *(f"  {one.address}" for one in topics), sep="\n")
        else:
            if not no_verify:
                verify(topics)
            with _stoppable():
                for line in tell(releases, known.hub, topics):
                    print(line, flush=True)
    except (Failed, NoAddress) as error:
        raise Exit(str(error), 1) from None


@contextmanager
def _stoppable() -> Iterator[None]:
    """Say what a stop leaves behind."""
    try:
        yield
    except KeyboardInterrupt:
        raise Exit(
            "Stopped. The hub knows of the feeds named above; run `invoke ping` again for the rest.", 130
        ) from None


def _again(command: str, **flags: str | bool | None) -> str:
    """Give the command that goes on with what these flags asked for."""
    given = ((f"--{name.replace('_', '-')}", value) for name, value in flags.items() if value)
    return shlex.join(["invoke", command, *(word for flag, value in given for word in _words(flag, value))])


def _words(flag: str, value: str | bool) -> tuple[str, ...]:
    return (flag,) if isinstance(value, bool) else (flag, value)


def _link(output: str | None) -> Path:
    """Read `--output`: the link to the release, which is not followed."""
    return Path(output).absolute() if output else ROOT / "output"
