"""The release that is deployed: all of it, as the build made it, or nothing."""

from collections.abc import Iterator, Sequence

from plugins.deploy.plan import Plan
from plugins.deploy.target import CannotDeploy, Here, Local, TargetFault
from plugins.press.release import Releases

_PREVIEWS = ("drafts/", "styleguide/")
"""Folders that only a build with drafts has."""
SHOWN = 3
"""So many files are named when many have the same fault."""


class Unfit(TargetFault):
    """The release must not go out."""


def here(releases: Releases) -> Here:
    """Give the files of the release that is shown, after a look at each."""
    tree = releases.shown()
    files = releases.manifest(tree).files
    if tree is None or not files:
        raise CannotDeploy(
            f"There is no complete build at {releases.output}: run `invoke build` first, or name its --output."
        )
    faults = list(releases.faults(tree))
    if faults:
        raise Unfit(f"{_faulty(faults)} not as the build made it. Nothing was sent. Run `invoke build --full`.")
    return outgoing(releases, tree)


def outgoing(releases: Releases, tree: str) -> Here:
    """Give the files of a release that was looked at; one with drafts does not go out."""
    root, files = releases.folder / tree, releases.manifest(tree).files
    if any(file.startswith(_PREVIEWS) for file in files):
        whose = releases.output if tree == releases.shown() else "The release before"
        raise Unfit(f"{whose} is a build with drafts, which readers must not see. Nothing was sent. Build without.")
    return {file: Local(root, (root / file).stat().st_size) for file in files}


def before(releases: Releases) -> str:
    """Name the tree of the release before the one that is shown, after a look at each of its files."""
    tree = releases.kept()
    if tree is None:
        raise CannotDeploy(f"There is no complete release before the one that {releases.output} shows.")
    faults = list(releases.faults(tree))
    if faults:
        raise Unfit(f"In the release before, {_faulty(faults)} not as the build made it. Nothing was switched.")
    return tree


def both(releases: Releases) -> Iterator[str]:
    """Say which releases there are, and how they differ."""
    shown, kept = (releases.manifest(tree).files for tree in (releases.shown(), releases.kept()))
    alike = sum(file in shown and shown[file].content == entry.content for file, entry in kept.items())
    yield f"  shown now: {len(shown)} files, {len(shown) - alike} of which the release before has not so"
    yield f"  the release before: {len(kept)} files, {len(kept) - alike} of which would come back"


def strange(plan: Plan) -> str:
    """Ask whether a target is the right one, in which others put files."""
    if plan.ours:
        return f"Others put {_named(plan.strange)} there, where ours belong. Replace them?"
    return f"Nothing was deployed there yet, and others put {_named(plan.strange)} there. Is this the place?"


def _named(files: Sequence[str]) -> str:
    more = len(files) - SHOWN
    return ", ".join(files[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def _faulty(files: Sequence[str]) -> str:
    return f"{_named(files)} {'is' if len(files) == 1 else 'are'}"
