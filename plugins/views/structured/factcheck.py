"""A fact-check in the words of schema.org: an AnalysisNewsArticle with its citations and corrections."""

from msgspec import to_builtins

from plugins.core import addresses
from plugins.core.model.factcheck import Header
from plugins.core.parse.finish import plain
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.citations import CitedText
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.views.claim_review import claim_review
from plugins.views.frame import Link
from plugins.views.numbered import Numbered
from plugins.views.structured import source
from plugins.views.structured.breadcrumbs import breadcrumbs_block
from plugins.views.structured.corrections import correction_nodes
from plugins.views.structured.node import Node, block, told
from plugins.views.structured.organisation import by_name, organisation_block


def factcheck_blocks(site: Site, check: FactCheck, whole: Whole, sources: Numbered) -> tuple[str, ...]:
    """Tell of a fact-check, of the publication, of each claim, and of its place; nothing of what readers do not see."""
    if check.pending:
        return ()
    reviews = (_review(site, check, whole, index) for index in range(len(whole.header.claims)))
    list_of_all = Link(site.at(addresses.CHECKS), site.say("Fact-checks"))
    return (
        block(_article(site, check, whole, sources)),
        *(block(review) for review in reviews if review),
        breadcrumbs_block(site, list_of_all, Link(site.here(check.address), check.title)),
        organisation_block(site),
    )


def identity(site: Site, check: FactCheck) -> str:
    """Give the `@id` of a fact-check."""
    return f"{site.absolute(check.address)}#fact-check"


def _review(site: Site, check: FactCheck, whole: Whole, index: int) -> Node | None:
    """Tell of a claim, joined with the fact-check and the publication."""
    claim = whole.header.claims[index]
    because = whole.texts.get(f"claims.{index}.because", CitedText()).html
    review = claim_review(site, check, claim, plain(because))
    if review is None:
        return None
    joined = {"@id": f"{site.absolute(check.address)}#review-{claim.id}", "isPartOf": {"@id": identity(site, check)}}
    return to_builtins(review) | joined | {"author": by_name(site)}


def _article(site: Site, check: FactCheck, whole: Whole, sources: Numbered) -> Node:
    header, page = whole.header, site.absolute(check.address)
    bottom_line = whole.texts.get("bottom_line", CitedText()).html
    return told(
        {
            "@type": "AnalysisNewsArticle",
            "@id": identity(site, check),
            "url": page,
            "mainEntityOfPage": page,
            "headline": header.title,
            "description": plain(bottom_line) or check.brief.summary,
            "inLanguage": check.lang,
            "datePublished": check.published,
            "dateModified": check.updated,
            "author": [_person(site, one) for one in header.authors if one in site.masthead.people],
            "editor": [_person(site, one) for one in header.edited_by if one in site.masthead.people],
            "publisher": by_name(site),
            "license": _licence(site),
            "image": _image(site, header),
            "about": [_topic(site, one) for one in check.topics],
            "backstory": header.why_checked,
            "creativeWorkStatus": "Withdrawn" if check.standing == "withdrawn" else "",
            "citation": [shown.node for _, shown in sources],
            "isBasedOn": [{"@id": source.identity(site, cited.id)} for cited in whole.sources if cited.use.primary],
            "correction": correction_nodes(site, check, whole),
            **_translations(site, check),
        }
    )


def _person(site: Site, person_id: str) -> Node:
    return site.once(_person_node, person_id)


def _person_node(site: Site, person_id: str) -> Node:
    page = site.absolute(site.prefix + addresses.person(person_id))
    return {"@type": "Person", "name": site.masthead.people[person_id].name, "url": page}


def _licence(site: Site) -> str | Node | None:
    """Tell the licence: by its address, if that is what stands there, else by its name."""
    licence = site.masthead.licence
    if not licence or licence.startswith("https://"):
        return licence
    return {"@type": "CreativeWork", "name": licence}


def _image(site: Site, header: Header) -> Node | None:
    image = header.image
    if image is None:
        return None
    picture = site.absolute(site.picture(image.file))
    return told({"@type": "ImageObject", "url": picture, "caption": image.caption, "creditText": image.credit})


def _topic(site: Site, topic_id: str) -> Node:
    return site.once(_topic_node, topic_id)


def _topic_node(site: Site, topic_id: str) -> Node:
    page = site.absolute(site.prefix + addresses.topic(topic_id))
    return {"@type": "Thing", "name": site.topic(topic_id).title_in(site.lang), "url": page}


def _translations(site: Site, check: FactCheck) -> Node:
    """Tell which fact-checks say the same in another language, and which of them came first."""
    others = [one for one in site.translations(check) if one.id != check.id]
    original = [one for one in others if one.id == check.brief.translation_of]
    made_of_it = [one for one in others if one.brief.translation_of == check.id]
    return {
        "translationOfWork": {"@id": identity(site, original[0])} if original else None,
        "workTranslation": [{"@id": identity(site, one)} for one in made_of_it],
    }
