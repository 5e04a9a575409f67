"""One fact-check edited in place: the same publication, unless the edit reaches others."""

from msgspec.structs import replace

from plugins.core.resolve.apart import Brief
from plugins.core.resolve.ledger import compared
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.core.resolve.resolve import resolve_one


def edited(publication: Publication, brief: Brief) -> Publication | None:
    """Give the publication with a fact-check as it is written now.

    `None` when that may change where it stands or what others see of it beyond its own words: its addresses, its place
    in lists and topics, its sources, its anchors, its corrections.
    """
    before = publication.factchecks.get(brief.id)
    if before is None or before.path != brief.path:
        return None
    now = replace(resolve_one(brief, publication), translations=before.translations)
    if _reach(now) != _reach(before):
        return None
    others = {name: one for name, one in publication.compared.items() if name != brief.id}
    compared_now = compared([now], publication.ledger, publication.copy.shown)
    briefs = tuple(brief if one is before.brief else one for one in publication.copy.briefs)
    return replace(
        publication,
        factchecks={**publication.factchecks, brief.id: now},
        compared={**others, **compared_now},
        copy=replace(publication.copy, briefs=briefs),
    )


def _reach(check: FactCheck) -> tuple[object, ...]:
    """Tell all of a fact-check on which anything else hangs."""
    brief = check.brief
    stands = (check.standing, check.published, check.updated, check.day, check.lang, check.prefix, check.topics)
    typed = (
        brief.slug,
        brief.slug_history,
        brief.redirect_from,
        brief.tags,
        brief.translation_of,
        brief.cited,
        brief.claimants,
        brief.authors,
        brief.edited_by,
        bool(brief.changed),
        brief.events,
        brief.corrections,
        brief.guid,
        brief.shown,
        brief.last_change,
    )
    redirected = brief.title if brief.slug_history or brief.redirect_from else ""
    return (*stands, *typed, brief.review_by, redirected, brief.anchors)
