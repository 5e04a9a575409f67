"""Corrections and withdrawals across the publication, newest first, for their page; and what their entries in feeds share with it."""

from msgspec import Struct

from plugins.core import anchors
from plugins.core.model.factcheck import Correction, Withdrawal
from plugins.core.resolve import dates
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.citations import CitedText
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.press.words import DateView
from plugins.views import weave
from plugins.views.cards import verdict_view

KINDS = ("substantial", "update", "minor", "withdrawn")
"""The kinds of changes, the gravest first; a withdrawal is one of its own."""


class Change(Struct, frozen=True):
    """What was, what is now, and why, as HTML without citations."""

    was: str
    now: str
    why: str


class CorrectionEntry(Struct, frozen=True):
    """A correction or a withdrawal in a list of all."""

    id: str
    """Unique in the publication: `<fact-check>/<correction>`."""
    kind: str
    """In words."""
    title: str
    """Of the fact-check."""
    address: str
    """Root-relative, with the anchor."""
    moment: str
    date: DateView | None
    change: Change
    anchor: str
    """In the list of all."""
    name: str
    """Of its kind, as the copy has it: `substantial`, `update` …; or `withdrawn`."""
    verdicts_were: tuple[str, ...] = ()


def kind(site: Site, name: str) -> str:
    """Say how grave a change was."""
    kinds = {
        "substantial": site.say("Correction"),
        "update": site.say("Update"),
        "minor": site.say("Small change"),
        "withdrawn": site.say("Withdrawn"),
    }
    return kinds[name]


def correction_entries(site: Site) -> list[CorrectionEntry]:
    """Give all, newest first."""
    found = []
    for check in (site.known_check(one) for one in site.changed()):
        whole = site.whole(check.id)
        if check.standing == "withdrawn":
            found.append(_withdrawal(site, check, whole.header.withdrawn))
        for index, correction in enumerate(whole.header.corrections):
            changed = change(site, check.address, whole, index)
            found.append(_correction(site, check, correction, changed, verdicts_were(site, whole, correction)))
    return sorted(found, key=lambda entry: (-dates.sort_key(entry.moment), entry.id))


def change(site: Site, address: str, whole: Whole, index: int, *, absolute: bool = False) -> Change:
    """Give the texts of a correction of the fact-check at an address; with `absolute`, links in them fit a feed."""
    was, now, why = (
        weave.unmarked(
            whole.texts.get(f"corrections.{index}.{name}", CitedText()).html, address, site, absolute=absolute
        )
        for name in ("was", "now", "why")
    )
    return Change(was, now, why)


def verdicts_were(site: Site, whole: Whole, correction: Correction) -> tuple[str, ...]:
    """Tell which verdicts a correction changed, and what they were."""
    claims = {claim.id: claim.text for claim in whole.header.claims}
    return tuple(
        site.say(
            "“{claim}” was rated {verdict} before.",
            claim=claims.get(claim, claim),
            verdict=verdict_view(site, verdict).label,
        )
        for claim, verdict in correction.verdict_was.items()
    )


def _correction(
    site: Site, check: FactCheck, correction: Correction, changed: Change, were: tuple[str, ...]
) -> CorrectionEntry:
    moment = _moment(site, correction.date)
    return CorrectionEntry(
        id=f"{check.id}/{correction.id}",
        kind=kind(site, correction.kind),
        title=check.title,
        address=f"{check.address}#{anchors.correction(correction.id)}",
        moment=moment,
        date=site.date(moment),
        change=changed,
        anchor=anchors.listed_correction(check.id, correction.id),
        name=correction.kind,
        verdicts_were=were,
    )


def _withdrawal(site: Site, check: FactCheck, withdrawn: Withdrawal | None) -> CorrectionEntry:
    moment = _moment(site, withdrawn.date) if withdrawn else check.published
    return CorrectionEntry(
        id=f"{check.id}/withdrawn",
        kind=kind(site, "withdrawn"),
        title=check.title,
        address=check.address,
        moment=moment,
        date=site.date(moment),
        change=Change("", "", weave.text(withdrawn.why if withdrawn else "")),
        anchor=anchors.withdrawal(check.id),
        name="withdrawn",
    )


def _moment(site: Site, text: str) -> str:
    return dates.moment(text, dates.zone_or_utc(site.masthead.timezone))
