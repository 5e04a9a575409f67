"""A withdrawn fact-check says when and why; one that is not withdrawn does not."""

from collections.abc import Iterator

from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Compare `status` with `withdrawn`."""
    header = draft.header
    if header.status == "withdrawn" and header.withdrawn is None:
        yield Finding(Spot(draft.path, ("status",)), "withdrawal", "This fact-check is withdrawn but does not say why.",
                      "add `withdrawn: {date: …, why: …}`")  # fmt: skip
    if header.status != "withdrawn" and header.withdrawn is not None:
        yield Finding(Spot(draft.path, ("withdrawn",)), "withdrawal", f"`withdrawn` is filled in, but the status is {header.status}.",
                      "write `status: withdrawn`, or take `withdrawn` out")  # fmt: skip
