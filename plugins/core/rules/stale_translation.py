"""A translation is as new as its original."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Find originals that changed after the day of translation."""
    publication = review.publication
    for draft in review.drafts:
        header = draft.header
        name = header.translation_of or ""
        original = publication.factchecks.get(name) or publication.pending.get(name)
        if original and header.translated and original.updated[:10] > header.translated:
            yield Finding(
                Spot(draft.path, ("translated",)), "stale-translation",
                f"The original `{original.id}` changed on {original.updated[:10]}, after this translation.",
                "bring the translation up to date, then its `translated:`",
            )  # fmt: skip
