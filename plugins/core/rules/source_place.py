"""A source says where it can be found, and a source card stands alone."""

from collections.abc import Iterator

from plugins.core.anchors import CARD_OPEN
from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Spot
from plugins.core.resolve.references import CARD
from plugins.core.rules.review import Review


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Demand that cards stand alone."""
    for picture in draft.body.pictures:
        source_id = picture.src.removeprefix(CARD)
        if source_id != picture.src and f"{CARD_OPEN}{source_id}" not in draft.body.html:
            spot, message = (
                Spot(draft.path, ("body",), picture.offset),
                "The card of a source stands alone in its paragraph.",
            )
            yield Finding(spot, "source-place", message, "put blank lines around it")


def check(review: Review) -> Iterator[Finding]:
    """Demand `url` or `held_at`, and a reason when withheld."""
    for path, source_id, source in review.publication.copy.sources:
        if source.url is None and not source.held_at:
            yield Finding(Spot(path, (source_id,)), "source-place", f"The source `{source_id}` does not say where it is.",
                          "add `url:`, or `held_at:` for what is not on the web")  # fmt: skip
        if source.link_status == "withheld" and not source.reason:
            yield Finding(Spot(path, (source_id, "link_status")), "source-place", f"The address of `{source_id}` is withheld without a reason.",
                          "add `reason:`; readers see it")  # fmt: skip
