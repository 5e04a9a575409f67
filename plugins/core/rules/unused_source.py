"""A declared source is cited; what was only read is listed under `also_consulted`."""

from collections.abc import Iterator

from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Find numbers that no mark uses."""
    texts = (draft.body, *draft.inline.values())
    cited = {item.number for text in texts for group in text.groups for mark in group for item in mark.items}
    for number, use in draft.header.uses.items():
        if number not in cited and use.source not in draft.header.also_consulted:
            yield Finding(
                Spot(draft.path, ("sources", str(number))), "unused-source",
                f"Source {number} (`{use.source}`) is declared but never cited.",
                f"cite it with [{number}], or move it to `also_consulted:`",
            )  # fmt: skip
