"""`claimreview.json`: every claim with its verdict as schema.org's ClaimReview, in a DataFeed as Data Commons takes it."""

from msgspec import Struct

from plugins.core.resolve.extract import Extract
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.views.claim_review import ClaimReview, claim_review


class FeedItem(Struct, frozen=True, tag_field="@type", tag="DataFeedItem", rename="camel", omit_defaults=True):
    """A fact-check with its claims."""

    url: str
    date_created: str
    item: tuple[ClaimReview, ...]
    date_modified: str = ""


class ClaimFeed(
    Struct,
    frozen=True,
    tag_field="@type",
    tag="DataFeed",
    omit_defaults=True,
    rename={"context": "@context", "elements": "dataFeedElement", "licence": "license"},
):
    """The whole file."""

    context: str
    name: str
    elements: tuple[FeedItem, ...]
    licence: str = ""


def claims_view(site: Site) -> ClaimFeed:
    """Tell every claim that can be traced, by fact-check, newest first."""
    masthead = site.masthead
    items = (_item(site, check, extract) for check, extract in site.extracts() if extract.claims)
    return ClaimFeed("https://schema.org", masthead.name, tuple(one for one in items if one.item), masthead.licence)


def _item(site: Site, check: FactCheck, extract: Extract) -> FeedItem:
    reviews = (claim_review(site, check, claim, claim.because) for claim in extract.claims)
    return FeedItem(
        url=site.absolute(check.address),
        date_created=check.published,
        item=tuple(review for review in reviews if review),
        date_modified=check.updated,
    )
