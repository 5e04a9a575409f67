"""A fact-check has a text."""

from collections.abc import Iterator

from plugins.core.parse.finish import plain
from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Find a body in which nothing can be read."""
    body = draft.body
    if not (body.opening or body.groups or body.links or plain(body.html)):
        yield Finding(
            Spot(draft.path, ("body",)), "empty-body", "This fact-check has no text.",
            "write it below the header, or keep the file back with `status: draft`",
        )  # fmt: skip
