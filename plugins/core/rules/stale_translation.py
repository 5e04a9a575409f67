"""A translation is as new as its original."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.resolve.publication import Publication


def check(publication: Publication) -> Iterator[Finding]:
    """Find originals that changed after the day of translation."""
    checks = {factcheck.id: factcheck for factcheck in publication.everything()}
    for factcheck in publication.everything():
        header = factcheck.header
        original = checks.get(header.translation_of or "")
        if original and header.translated and original.updated[:10] > header.translated:
            yield Finding(
                Spot(factcheck.path, ("translated",)), "stale-translation",
                f"The original `{original.id}` changed on {original.updated[:10]}, after this translation.",
                "bring the translation up to date, then its `translated:`",
            )  # fmt: skip
