"""A former address must not be one that the site uses itself, and no address be longer than a file's name can be."""

from collections.abc import Iterator

from plugins.core import addresses
from plugins.core.problems import Finding, Spot
from plugins.core.resolve.holdings import Holding
from plugins.core.rules.review import Review


def check(review: Review) -> Iterator[Finding]:
    """Refuse `redirect_from`, `slug_history` and `aliases` into the site's own addresses, and names that are too long."""
    publication = review.publication
    own = {one.file for one in review.holdings if not one.path}
    folders = tuple(prefix + folder for prefix in publication.prefixes().values() for folder in addresses.FOLDERS)
    homes = {prefix + addresses.HOME for prefix in publication.prefixes().values()}
    for one in review.holdings:
        if one.path and one.address in homes:
            message = f"{one.address} is where the site in another language begins."
            yield Finding(_spot(one), "bad-slug", message, "choose another slug")
        elif one.former and (one.file in own or _is_kept(one.file, folders)):
            message = f"{one.address} is an address that the site uses itself."
            yield Finding(_spot(one), "bad-slug", message, "take it out of the list")
        elif one.path and not one.feed and addresses.too_long(one.address):
            message = f"This address is too long: a part has {addresses.LONGEST} bytes at most, the whole {5 * addresses.LONGEST}."
            yield Finding(_spot(one), "bad-slug", message, "choose a shorter name")
    for name in publication.copy.files:
        if addresses.too_long(name):
            message = f"The name of this file has more than {addresses.LONGEST} bytes."
            yield Finding(Spot(f"{publication.copy.folder}/{name}"), "bad-slug", message, "rename it")


def _spot(holding: Holding) -> Spot:
    return Spot(holding.path, holding.pointer)


def _is_kept(file: str, folders: tuple[str, ...]) -> bool:
    return f"/{file}".startswith(folders) or addresses.is_beside_a_page(file)
