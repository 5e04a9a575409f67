"""`policies:` in `publication.yaml`, and `translation_of:` of standing pages, name standing pages that exist."""

from collections.abc import Iterator

from msgspec.structs import asdict

from plugins.core.problems import Finding, Pointer, Spot, did_you_mean
from plugins.core.resolve.publication import Publication
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Look each page up by its slug."""
    publication = review.publication
    slugs = [page.slug for page in publication.copy.pages]
    if "pages" in publication.copy.unread:
        return
    for spot, slug in (*_policies(publication), *_originals(publication)):
        if slug not in slugs:
            yield Finding(
                spot, "unknown-page", f"There is no page `{slug}` in pages/.",
                did_you_mean(slug, slugs, f"write pages/{slug}.md, or correct the slug"),
            )  # fmt: skip


def _policies(publication: Publication) -> Iterator[tuple[Spot, str]]:
    path = f"{publication.copy.folder}/publication.yaml"
    for policy, named in asdict(publication.masthead.policies).items():
        places: dict[Pointer, str] = {("policies", policy): named} if isinstance(named, str) else {}
        if isinstance(named, dict):
            places = {("policies", policy, lang): slug for lang, slug in named.items()}
        yield from ((Spot(path, pointer), slug) for pointer, slug in places.items())


def _originals(publication: Publication) -> Iterator[tuple[Spot, str]]:
    for page in publication.copy.pages:
        if page.header.translation_of:
            yield Spot(page.path, ("translation_of",)), page.header.translation_of
