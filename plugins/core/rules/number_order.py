"""Numbers run 1, 2, 3 … in the order in which a reader meets them."""

from collections.abc import Iterator

from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot
from plugins.core.resolve.citations import in_page_order
from plugins.core.rules.spots import pointer_of


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Find a gap among the declared numbers, and the first mark whose number comes too early."""
    declared = sorted(draft.header.uses)
    gap = next((number for number, place in zip(declared, range(1, 1000), strict=False) if number != place), None)
    if gap is not None:
        yield Finding(Spot(draft.path, ("sources", str(gap))), "number-order", f"The numbers jump to {gap}; they run from 1 without a gap.",
                      "number the sources anew")  # fmt: skip
        return
    expected = 1
    for field, prose in in_page_order(draft).items():
        for mark in (mark for group in prose.groups for mark in group):
            for item in mark.items:
                if item.number > expected and item.number in declared:
                    yield Finding(
                        Spot(draft.path, pointer_of(field), mark.offset), "number-order",
                        f"[{item.number}] comes before [{expected}] is used; numbers follow the order of first use on the page.",
                        "number the sources anew",
                    )  # fmt: skip
                    expected = 1000
                expected += item.number == expected
