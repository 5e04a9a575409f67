"""The corrections of a fact-check, and its withdrawal, as CorrectionComments."""

from plugins.core import anchors
from plugins.core.model.factcheck import Withdrawal
from plugins.core.parse.finish import plain
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.citations import CitedText
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.views.corrections import kind
from plugins.views.structured.node import Node


def correction_nodes(site: Site, check: FactCheck, whole: Whole) -> list[Node]:
    """Tell of every change, as the page does: a withdrawal first, then the corrections, newest first."""
    withdrawn = whole.header.withdrawn if check.standing == "withdrawn" else None
    found = [_withdrawal(site, check, withdrawn)] if withdrawn else []
    return found + [_correction(site, check, whole, index) for index in range(len(whole.header.corrections))]


def _correction(site: Site, check: FactCheck, whole: Whole, index: int) -> Node:
    correction = whole.header.corrections[index]
    was, now, why = (
        plain(whole.texts.get(f"corrections.{index}.{name}", CitedText()).html) for name in ("was", "now", "why")
    )
    told = [site.say("Was: “{words}”", words=was)] if was else []
    told += [site.say("Is now: “{words}”", words=now)] if now else []
    return {
        "@type": "CorrectionComment",
        "url": f"{site.absolute(check.address)}#{anchors.correction(correction.id)}",
        "name": kind(site, correction.kind),
        "datePublished": correction.date,
        "text": " ".join([*told, why]),
    }


def _withdrawal(site: Site, check: FactCheck, withdrawn: Withdrawal) -> Node:
    return {
        "@type": "CorrectionComment",
        "url": site.absolute(check.address),
        "name": kind(site, "withdrawn"),
        "datePublished": withdrawn.date,
        "text": withdrawn.why,
    }
