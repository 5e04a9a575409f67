"""`robots.txt` (RFC 9309): what programs that walk through the site leave out, and where its sitemaps are."""

from plugins.core import addresses
from plugins.machines.plain import Lines
from plugins.press.site import Site


def robots_view(site: Site) -> Lines:
    """Keep programs from drafts and from results of searches, which have no end; they may read all else."""
    prefixes = [site.root + prefix for _, prefix in site.languages]
    sitemaps = (addresses.SITEMAP, addresses.NEWS_SITEMAP)
    return Lines(
        (
            "User-agent: *",
            *(f"Disallow: {prefix}{addresses.DRAFTS}" for prefix in prefixes),
            *(f"Disallow: {prefix}{addresses.SEARCH}?" for prefix in prefixes),
            "",
            *(f"Sitemap: {site.absolute(one)}" for one in sitemaps),
        )
    )
