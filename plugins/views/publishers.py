"""Publishers and agencies, as pages name them."""

from plugins.core import addresses
from plugins.press.site import Site
from plugins.views.frame import Link


def publisher_page(site: Site, name: str) -> str:
    """Give the address of the page of a publisher, by a name of it; empty when `publishers.yaml` does not know it."""
    publisher_id = site.publisher_of(name)
    return site.at(addresses.publisher(publisher_id)) if publisher_id else ""


def publisher_name(site: Site, publisher_id: str) -> str:
    """Give the first name of a publisher."""
    return next(iter(site.publisher(publisher_id).names), publisher_id)


def publisher_link(site: Site, publisher_id: str) -> Link:
    """Link the page of a publisher by its first name."""
    return Link(site.at(addresses.publisher(publisher_id)), publisher_name(site, publisher_id))
