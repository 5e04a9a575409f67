"""A picture is a file of the publication: nothing is loaded from elsewhere."""

from collections.abc import Iterator

from plugins.core.addresses import SUFFIXES
from plugins.core.parse.prose import Prose
from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.resolve.references import CARD
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Look up each picture of a text, and the picture of each fact-check."""
    publication = review.publication
    known = [name for name in publication.copy.files if name.startswith("images/")]
    for draft in review.drafts:
        yield from _in_text(draft.path, draft.body, known)
        image = draft.header.image
        if image and image.file not in known:
            yield _missing(Spot(draft.path, ("image", "file")), image.file, known)
    for page in publication.copy.pages:
        yield from _in_text(page.path, page.body, known)


def _in_text(path: str, prose: Prose, known: list[str]) -> Iterator[Finding]:
    for picture in prose.pictures:
        if not picture.src.startswith(CARD) and picture.src not in known:
            yield _missing(Spot(path, ("body",), picture.offset), picture.src, known)


def _missing(spot: Spot, name: str, known: list[str]) -> Finding:
    if ":" in name or name.startswith("//"):
        return Finding(
            spot,
            "missing-picture",
            "A page loads nothing from elsewhere.",
            "store the picture in images/ and write images/…",
        )
    return Finding(spot, "missing-picture", f"There is no picture `{name}`.",
                   did_you_mean(name, known, f"store it in images/ as one of {', '.join(SUFFIXES)}"))  # fmt: skip
