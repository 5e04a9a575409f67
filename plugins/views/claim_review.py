"""A claim and its verdict as a ClaimReview, or none where it would not be one.

Required are, as Google has it: `claimReviewed`, `reviewRating` with `alternateName`, `url`. An anonymous claimant (“viral
post”) is a distinct origin without a name: the claim has no `author` then, and its appearances tell where it stood.
"""

from plugins.core import anchors
from plugins.core.model.factcheck import Claim, Claimant
from plugins.core.parse.finish import plain
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.citations import CitedText
from plugins.core.resolve.claims import is_our_own, rating_in, verdict_labels
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.views.structured.node import Node, told
from plugins.views.structured.organisation import by_name
from plugins.views.structured.source import source_node


def claim_review(site: Site, check: FactCheck, whole: Whole, index: int) -> Node | None:
    """Tell of a claim, counted from 0, and what came of it; `site` is in the language of the fact-check.

    `None` when it is not eligible: what readers do not see or was withdrawn, a claim of nobody's or of our own, a rating
    in the claim's text, a verdict that is not in the scale.
    """
    claim = whole.header.claims[index]
    if check.pending or check.standing == "withdrawn" or not _eligible(site, claim):
        return None
    page = site.absolute(check.address)
    because = whole.texts.get(f"claims.{index}.because", CitedText()).html
    return told(
        {
            "@type": "ClaimReview",
            "@id": f"{page}#review-{claim.id}",
            "url": f"{page}#{anchors.claim(claim.id)}",
            "claimReviewed": claim.text,
            "itemReviewed": _claim(site, claim, f"{page}#{anchors.claim(claim.id)}"),
            "reviewRating": told({**_rating(site, claim.verdict), "ratingExplanation": plain(because)}),
            "author": by_name(site),
            "datePublished": check.published,
            "dateModified": check.updated,
            "inLanguage": check.lang,
        }
    )


def _eligible(site: Site, claim: Claim) -> bool:
    masthead, claimant = site.masthead, claim.claimant
    labels = site.once(("verdict labels",), lambda: verdict_labels(site.masthead))
    said = bool(claim.text and (claimant.name or claimant.anonymous)) and masthead.verdict(claim.verdict) is not None
    return said and not is_our_own(claim, masthead) and not rating_in(claim, labels)


def _claim(site: Site, claim: Claim, identity: str) -> Node:
    return told(
        {
            "@type": "Claim",
            "@id": identity,
            "text": claim.words,
            "author": _claimant(claim.claimant),
            "datePublished": claim.said,
            "appearance": [_appearance(site, where) for where in claim.where],
        }
    )


def _claimant(claimant: Claimant) -> Node | None:
    if not claimant.name:
        return None
    what = "jobTitle" if claimant.type == "Person" else "description"
    return told({"@type": claimant.type, "name": claimant.name, what: claimant.role})


def _appearance(site: Site, where: str) -> Node:
    """Tell where a claim stood: a source, or an address."""
    source = None if ":" in where else source_node(site, where)
    return source or {"@type": "CreativeWork", "url": where}


def _rating(site: Site, verdict_id: str) -> Node:
    return site.once(("rating", verdict_id), lambda: _rated(site, verdict_id))


def _rated(site: Site, verdict_id: str) -> Node:
    """Tell a verdict: its label, and its rank on the scale if it has one and the scale has several."""
    masthead = site.masthead
    verdict = masthead.verdict(verdict_id)
    assert verdict is not None, verdict_id  # an eligible claim has one of the scale
    rating: Node = {"@type": "Rating", "alternateName": verdict.label_in(site.lang)}
    ranks = {one.rank for one in masthead.verdicts if one.rank is not None}
    if verdict.rank is None or len(ranks) < 2:
        return rating
    values = {"ratingValue": verdict.rank, "bestRating": max(ranks), "worstRating": min(ranks)}
    return rating | {name: int(rank) if rank.is_integer() else rank for name, rank in values.items()}
