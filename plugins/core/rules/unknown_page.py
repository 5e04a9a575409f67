"""`policies:` in `publication.yaml` names standing pages that exist."""

from collections.abc import Iterator

from msgspec.structs import asdict

from plugins.core.problems import Finding, Pointer, Spot, did_you_mean
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Look each policy's page up by its slug."""
    publication = review.publication
    slugs = [page.slug for page in publication.copy.pages]
    if "pages" in publication.copy.unread:
        return
    path = f"{publication.copy.folder}/publication.yaml"
    for policy, named in asdict(publication.masthead.policies).items():
        places: dict[Pointer, str] = {("policies", policy): named} if isinstance(named, str) else {}
        if isinstance(named, dict):
            places = {("policies", policy, lang): slug for lang, slug in named.items()}
        for pointer, slug in places.items():
            if slug not in slugs:
                yield Finding(
                    Spot(path, pointer), "unknown-page", f"There is no page `{slug}` in pages/.",
                    did_you_mean(slug, slugs, f"write pages/{slug}.md, or correct the slug"),
                )  # fmt: skip
