"""`policies:` in `publication.yaml` names standing pages that exist."""

from collections.abc import Iterator

from msgspec.structs import asdict

from plugins.core.problems import Finding, Spot, did_you_mean
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Look each policy's page up by its slug."""
    publication = review.publication
    slugs = [page.slug for page in publication.copy.pages]
    if "pages" in publication.copy.unread:
        return
    for policy, slug in asdict(publication.masthead.policies).items():
        if slug is not None and slug not in slugs:
            yield Finding(
                Spot(f"{publication.copy.folder}/publication.yaml", ("policies", policy)), "unknown-page",
                f"There is no page `{slug}` in pages/.", did_you_mean(slug, slugs, f"write pages/{slug}.md, or correct the slug"),
            )  # fmt: skip
