"""An address leads to one page: slugs, former slugs and former addresses do not collide."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.problems import Finding, Spot
from plugins.core.resolve.publication import Publication

Pointer = tuple[str | int, ...]


def check(publication: Publication) -> Iterator[Finding]:
    """Name every second claim to an address, and the first."""
    first: dict[str, str] = {}
    for address, path, pointer in sorted(_held(publication), key=lambda held: bool(held[2])):
        key = address.casefold()
        if key in first:
            yield Finding(
                Spot(path, pointer), "duplicate-slug", f"The address {address} is taken by {first[key]}.",
                "rename one of the files, or take the former address out",
            )  # fmt: skip
        first.setdefault(key, path)


def _held(publication: Publication) -> Iterator[tuple[str, str, Pointer]]:
    for draft in publication.copy.drafts:
        yield addresses.factcheck(draft.slug), draft.path, ()
        for place, slug in enumerate(draft.header.slug_history):
            yield addresses.factcheck(slug), draft.path, ("slug_history", place)
        for place, address in enumerate(draft.header.redirect_from):
            yield address if address.endswith("/") else f"{address}/", draft.path, ("redirect_from", place)
    for page in publication.copy.pages:
        yield addresses.standing(page.slug), page.path, ()
    for path, topic_id, topic in publication.copy.topics:
        yield addresses.topic(topic_id), path, ()
        for place, alias in enumerate(topic.aliases):
            yield addresses.topic(alias), path, ("aliases", place)
