"""A source says where it can be found, and a source card stands alone."""

from collections.abc import Iterator

from plugins.core.anchors import CARD_OPEN
from plugins.core.problems import Finding, Spot
from plugins.core.resolve.publication import Publication


def check(publication: Publication) -> Iterator[Finding]:
    """Demand `url` or `held_at`, a reason when withheld, and cards that stand alone."""
    for path, source_id, source in publication.copy.sources:
        if source.url is None and not source.held_at:
            yield Finding(Spot(path, (source_id,)), "source-place", f"The source `{source_id}` does not say where it is.",
                          "add `url:`, or `held_at:` for what is not on the web")  # fmt: skip
        if source.link_status == "withheld" and not source.reason:
            yield Finding(Spot(path, (source_id, "link_status")), "source-place", f"The address of `{source_id}` is withheld without a reason.",
                          "add `reason:`; readers see it")  # fmt: skip
    for factcheck in publication.everything():
        for picture in factcheck.draft.body.pictures:
            if not picture.src.startswith("source:"):
                continue
            source_id = picture.src.removeprefix("source:")
            spot = Spot(factcheck.path, ("body",), picture.offset)
            if source_id in publication.sources and f"{CARD_OPEN}{source_id}" not in factcheck.draft.body.html:
                yield Finding(
                    spot,
                    "source-place",
                    "The card of a source stands alone in its paragraph.",
                    "put blank lines around it",
                )
