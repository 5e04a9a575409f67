"""A plan in words: how many files of each kind, how heavy, what is deleted."""

from collections.abc import Iterator

from plugins.deploy.kinds import Kind
from plugins.deploy.plan import Plan, Stage

NAMED = 10
"""So many of the files that are deleted are named."""
_KINDS = {
    Kind.ASSET: "assets",
    Kind.PAGE: "pages and data",
    Kind.FEED: "feeds",
    Kind.LIST: "sitemaps, lists of feeds",
}


def lines(plan: Plan) -> Iterator[str]:
    """Say what would be done, in the order in which it would be."""
    for stage in plan.sends:
        yield f"  send    {line(stage)}, {size(stage.weight)}"
    for stage in plan.deletes:
        yield f"  delete  {line(stage)}"
    gone = [file for stage in plan.deletes for file in stage.files]
    yield from (f"          {file}" for file in gone[:NAMED])
    if len(gone) > NAMED:
        yield f"          and {len(gone) - NAMED} more"


def line(stage: Stage) -> str:
    """Count the files of a stage."""
    count = len(stage.files)
    return f"{count} {'file' if count == 1 else 'files'} ({_KINDS[stage.kind]})"


def size(weight: int) -> str:
    """Say how many bytes in words."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if weight >= factor:
            return f"{weight / factor:.1f} {unit}"
    return f"{weight} bytes"
