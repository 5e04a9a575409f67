"""A claim that was examined, as schema.org's ClaimReview: for the data files and for the pages' JSON-LD."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses, anchors
from plugins.core.model.factcheck import Claim, Claimant
from plugins.core.model.publication import Masthead, Verdict
from plugins.core.resolve.claims import is_our_own, rating_in, verdict_labels
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site

Grade = int | float


class Organization(Struct, frozen=True, tag_field="@type", tag="Organization", omit_defaults=True):
    """An organisation."""

    name: str
    url: str = ""


class Person(Struct, frozen=True, tag_field="@type", tag="Person", rename="camel", omit_defaults=True):
    """A person, and what they were when they spoke."""

    name: str
    job_title: str = ""


class Appearance(Struct, frozen=True, tag_field="@type", tag="CreativeWork", rename="camel", omit_defaults=True):
    """Where a claim was made; the archived copy of that."""

    url: str
    name: str = ""
    archived_at: str = ""


class ReviewedClaim(Struct, frozen=True, tag_field="@type", tag="Claim", rename="camel", omit_defaults=True):
    """What was said: in the very words if they are known, by whom if that is known, when and where."""

    text: str = ""
    author: Person | Organization | None = None
    date_published: str = ""
    appearance: tuple[Appearance, ...] = ()


class Rating(Struct, frozen=True, tag_field="@type", tag="Rating", rename="camel", omit_defaults=True):
    """A verdict; without figures when it has no place on the scale."""

    alternate_name: str
    rating_value: Grade | None = None
    best_rating: Grade | None = None
    worst_rating: Grade | None = None
    rating_explanation: str = ""


class ClaimReview(Struct, frozen=True, tag_field="@type", tag="ClaimReview", rename="camel", omit_defaults=True):
    """A claim with its verdict. Whoever prints it names the `@context`."""

    url: str
    """Of the claim on its page."""
    claim_reviewed: str
    author: Organization
    item_reviewed: ReviewedClaim
    review_rating: Rating
    date_published: str
    date_modified: str = ""
    in_language: str = ""


def claim_review(site: Site, check: FactCheck, claim: Claim, because: str) -> ClaimReview | None:
    """Review a claim of a fact-check; `because` is the reason as plain text.

    `None` where it would say more than is known: the fact-check is not in lists (a draft, unlisted, withdrawn), the verdict
    is not on the scale, the claim is our own or holds a rating (the rule `claim-review` tells), or it cannot be traced to
    anybody. It can when a claimant is named, or when somebody unnamed made it at an address; such a claim has no author
    here, since “viral post” is neither a person nor an organisation.
    """
    masthead = site.masthead
    verdict = masthead.verdict(claim.verdict)
    appearances = tuple(_appearances(site, claim.where))
    if check.standing != "public" or verdict is None or not (claim.claimant.name or appearances):
        return None
    if is_our_own(claim, masthead) or rating_in(claim, site.once(_labels)):
        return None
    return ClaimReview(
        url=f"{site.absolute(check.address)}#{anchors.claim(claim.id)}",
        claim_reviewed=claim.text,
        author=Organization(masthead.name, site.absolute(addresses.HOME)),
        item_reviewed=ReviewedClaim(claim.words, _claimant(claim.claimant), claim.said or "", appearances),
        review_rating=_rating(masthead, verdict, check.lang, because),
        date_published=check.published,
        date_modified=check.updated,
        in_language=check.lang,
    )


def _labels(site: Site) -> frozenset[str]:
    return verdict_labels(site.masthead)


def _appearances(site: Site, where: tuple[str, ...]) -> Iterator[Appearance]:
    """Give the addresses at which a claim was made; not those that are withheld."""
    for one in where:
        if "://" in one:
            yield Appearance(one)
            continue
        source = site.source(one)
        if source and source.address:
            yield Appearance(source.address, source.title, source.archived_at)


def _claimant(claimant: Claimant) -> Person | Organization | None:
    if not claimant.name:
        return None
    if claimant.type == "Organization":
        return Organization(claimant.name)
    return Person(claimant.name, claimant.role)


def _rating(masthead: Masthead, verdict: Verdict, lang: str, because: str) -> Rating:
    ranks = [one.rank for one in masthead.verdicts if one.rank is not None]
    label = verdict.label_in(lang)
    if verdict.rank is None or min(ranks) == max(ranks):
        return Rating(label, rating_explanation=because)
    value, best, worst = map(_grade, (verdict.rank, max(ranks), min(ranks)))
    return Rating(label, value, best, worst, because)


def _grade(rank: float) -> Grade:
    """Give whole numbers as such."""
    return int(rank) if rank.is_integer() else rank
