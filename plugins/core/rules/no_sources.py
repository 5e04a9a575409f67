"""A fact-check stands on sources."""

from collections.abc import Iterator

from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Find a fact-check that declares none; where it has marks, `unknown-source` says so at each."""
    marked = any(text.groups for text in (draft.body, *draft.inline.values()))
    if not draft.header.sources and not marked:
        yield Finding(
            Spot(draft.path), "no-sources", "This fact-check declares no source: a reader can check nothing.",
            "declare them under `sources:` (`1: <source id>`) and cite them with [1]",
        )  # fmt: skip
