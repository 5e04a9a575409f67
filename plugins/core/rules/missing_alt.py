"""A picture is described for those who cannot see it."""

from collections.abc import Iterator

from plugins.core.problems import Finding, Spot
from plugins.core.resolve.publication import Publication


def check(publication: Publication) -> Iterator[Finding]:
    """Demand a description of every picture in a text and of every fact-check's own."""
    fix = "say what it shows, in a sentence"
    texts = [(draft.path, draft.body) for draft in publication.copy.drafts]
    texts += [(page.path, page.body) for page in publication.copy.pages]
    for path, body in texts:
        for picture in body.pictures:
            if not picture.described:
                yield Finding(
                    Spot(path, ("body",), picture.offset), "missing-alt", "This picture has no description.", fix
                )
    for draft in publication.copy.drafts:
        if draft.header.image and not draft.header.image.alt:
            yield Finding(
                Spot(draft.path, ("image",)), "missing-alt", "The picture of this fact-check has no description.", fix
            )
