"""A former address must not be one that the site uses itself."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.problems import Finding, Spot
from plugins.core.resolve.publication import Publication

_OWN = frozenset(
    {addresses.HOME, addresses.CHECKS, addresses.TOPICS, addresses.SOURCES, addresses.CORRECTIONS, addresses.NOT_FOUND}
)
_FOLDERS = ("/assets/", "/feeds/", "/images/", "/checks/page/")


def check(publication: Publication) -> Iterator[Finding]:
    """Refuse `redirect_from` and `slug_history` into the site's own addresses."""
    for draft in publication.copy.drafts:
        former = [(("redirect_from", place), address) for place, address in enumerate(draft.header.redirect_from)]
        former += [
            (("slug_history", place), addresses.factcheck(slug)) for place, slug in enumerate(draft.header.slug_history)
        ]
        for pointer, address in former:
            if address in _OWN or f"{address.rstrip('/')}/".startswith(_FOLDERS):
                message = f"{address} is an address that the site uses itself."
                yield Finding(Spot(draft.path, pointer), "bad-slug", message, "take the line out")
