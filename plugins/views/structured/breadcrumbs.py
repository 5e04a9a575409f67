"""Where a page stands in the site, as a BreadcrumbList."""

from plugins.core import addresses
from plugins.press.site import Site
from plugins.views.frame import Link
from plugins.views.structured.node import Node, address, block


def breadcrumbs_block(site: Site, *links: Link) -> str:
    """Tell the way from the home page to a page: the links on it, the page itself last."""
    home = Link(site.at(addresses.HOME), site.masthead.name)
    items: list[Node] = [
        {"@type": "ListItem", "position": place, "name": link.text, "item": address(site, link.href)}
        for place, link in enumerate((home, *links), start=1)
    ]
    return block({"@type": "BreadcrumbList", "itemListElement": items})
