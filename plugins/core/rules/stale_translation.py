"""A translation is as new as its original."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Find originals that changed after the day of translation."""
    publication = review.publication
    checks = {factcheck.id: factcheck for factcheck in publication.everything()}
    for draft in review.drafts:
        header = draft.header
        original = checks.get(header.translation_of or "")
        if original and header.translated and original.updated[:10] > header.translated:
            yield Finding(
                Spot(draft.path, ("translated",)), "stale-translation",
                f"The original `{original.id}` changed on {original.updated[:10]}, after this translation.",
                "bring the translation up to date, then its `translated:`",
            )  # fmt: skip
