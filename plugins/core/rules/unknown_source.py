"""A mark stands for a source that the fact-check declares."""

from collections.abc import Iterator

from plugins.core.parse.nouns import Draft
from plugins.core.parse.prose import Prose
from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review
from plugins.core.rules.spots import pointer_of


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Look up the number of every mark, and of `searched:`."""
    declared = list(draft.header.uses)
    texts = {"body": draft.body, **draft.inline}
    for field, prose in texts.items():
        yield from _unknown(draft.path, field, prose, declared)
    for index, gap in enumerate(draft.header.not_found):
        for place, searched in enumerate(gap.searched):
            if searched.isdigit() and int(searched) not in declared:
                spot = Spot(draft.path, ("not_found", index, "searched", place))
                yield Finding(spot, "unknown-source", f"`searched` names {searched}, {_declares(declared)}.",
                              "write a declared number, or a source id")  # fmt: skip


def check(review: Review) -> Iterator[Finding]:
    """Find marks on standing pages, which declare no sources."""
    for page in review.publication.copy.pages:
        yield from _on_page(page.path, page.body)


def _on_page(path: str, prose: Prose) -> Iterator[Finding]:
    for mark in (mark for group in prose.groups for mark in group):
        message = f"Mark {mark.typed} has no source: a standing page declares none."
        fix = f"link to the source, or write `\\{mark.typed[:-1]}\\]` if it is no citation"
        yield Finding(Spot(path, ("body",), mark.offset), "unknown-source", message, fix)


def _unknown(path: str, field: str, prose: Prose, declared: list[int]) -> Iterator[Finding]:
    if {item.number for group in prose.groups for mark in group for item in mark.items} <= set(declared):
        return
    for mark in (mark for group in prose.groups for mark in group):
        for number in dict.fromkeys(item.number for item in mark.items):
            if number not in declared:
                yield Finding(
                    Spot(path, pointer_of(field), mark.offset), "unknown-source",
                    f"Mark {_shown(mark.typed, number)} has no source: {_declares(declared)}.",
                    _fix(number, declared),
                )  # fmt: skip


def _shown(typed: str, number: int) -> str:
    return typed if typed == f"[{number}]" else f"[{number}] in {typed}"


def _declares(declared: list[int]) -> str:
    if not declared:
        return "no sources are declared here"
    if declared == list(range(1, len(declared) + 1)) and len(declared) > 1:
        return f"this fact-check declares 1 to {len(declared)}"
    return "this fact-check declares " + ", ".join(map(str, declared))


def _fix(number: int, declared: list[int]) -> str:
    escape = f"or write `\\[{number}\\]` if it is no citation"
    if not declared:
        return f"declare it under `sources:` in the header, {escape}"
    guess = min(declared, key=lambda known: (abs(known - number), known))
    return f"add `{number}: <source id>` under `sources:`, or remove the mark, {escape}. Did you mean [{guess}]?"
