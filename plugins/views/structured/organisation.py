"""The publication as a NewsMediaOrganization, with its policies."""

from plugins.core import addresses
from plugins.press.site import Site
from plugins.views.frame import policy
from plugins.views.structured.node import Node, address, block, told


def identity(site: Site) -> str:
    """Give the `@id` of the publication: one, in whatever language a page is."""
    return f"{site.absolute(addresses.HOME)}#organisation"


def by_name(site: Site) -> Node:
    """Name the publication where it is the author or publisher of something."""
    home = site.absolute(addresses.HOME)
    return {"@type": "Organization", "@id": identity(site), "name": site.masthead.name, "url": home}


def organisation_block(site: Site) -> str:
    """Tell of the publication: its policies by the pages that hold them."""
    return site.once(_organisation_block)


def _organisation_block(site: Site) -> str:
    return block(_organisation(site))


def _organisation(site: Site) -> Node:
    masthead = site.masthead
    policies = masthead.policies
    return told(
        {
            **by_name(site),
            "@type": "NewsMediaOrganization",
            "slogan": site.worded(masthead.tagline),
            "email": masthead.contact,
            "logo": address(site, site.asset("icon.svg")),
            "sameAs": list(masthead.social.values()),
            "publishingPrinciples": _page(site, policies.ethics),
            "ethicsPolicy": _page(site, policies.ethics),
            "masthead": _page(site, policies.ethics) if masthead.people else "",
            "correctionsPolicy": _page(site, policies.corrections),
            "verificationFactCheckingPolicy": _page(site, policies.methodology),
            "ownershipFundingInfo": _page(site, policies.funding),
            "actionableFeedbackPolicy": _page(site, policies.feedback),
        }
    )


def _page(site: Site, named: str | dict[str, str] | None) -> str:
    link = policy(site, named, "")
    return address(site, link.href) if link else ""
