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
    """Refuse `redirect_from` into the site's own folders."""
    for draft in publication.copy.drafts:
        for place, address in enumerate(draft.header.redirect_from):
            if address in _OWN or address.startswith(_FOLDERS):
                yield Finding(
                    Spot(draft.path, ("redirect_from", place)), "bad-slug",
                    f"{address} is an address that the site uses itself.", "take the line out",
                )  # fmt: skip
