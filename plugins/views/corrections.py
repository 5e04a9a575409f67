"""Corrections and withdrawals across the publication, newest first: for their page and their feed."""

from msgspec import Struct

from plugins.core import addresses, anchors
from plugins.core.resolve import dates
from plugins.core.resolve.publication import CitedText, FactCheck
from plugins.press.site import Site
from plugins.views import weave
from plugins.views.dates import DateView, date_view


class CorrectionEntry(Struct, frozen=True):
    """A correction, or a withdrawal (`kind` is `withdrawn`)."""

    id: str
    """Unique in the publication: `<fact-check>/<correction>`."""
    kind: str
    title: str
    """Of the fact-check."""
    address: str
    """Root-relative, with the anchor."""
    moment: str
    date: DateView | None
    was: str
    now: str
    why: str


def correction_entries(site: Site) -> list[CorrectionEntry]:
    """Give all, newest first."""
    shown = [check for check in site.publication.factchecks.values() if check.standing in {"public", "withdrawn"}]
    found = [entry for check in shown for entry in (*_corrections(site, check), *_withdrawal(site, check))]
    return sorted(found, key=lambda entry: (-dates.sort_key(entry.moment), entry.id))


def _corrections(site: Site, check: FactCheck) -> list[CorrectionEntry]:
    entries = []
    for index, correction in enumerate(check.header.corrections):
        was, now, why = (
            weave.unmarked(check.texts.get(f"corrections.{index}.{name}", CitedText()).html, site)
            for name in ("was", "now", "why")
        )
        address = f"{addresses.factcheck(check.slug)}#{anchors.correction(correction.id)}"
        moment = _moment(site, correction.date)
        entries.append(
            CorrectionEntry(
                f"{check.id}/{correction.id}",
                correction.kind,
                check.header.title,
                address,
                moment,
                date_view(moment),
                was,
                now,
                why,
            )
        )
    return entries


def _withdrawal(site: Site, check: FactCheck) -> list[CorrectionEntry]:
    withdrawn = check.header.withdrawn
    if withdrawn is None or check.standing != "withdrawn":
        return []
    moment = _moment(site, withdrawn.date)
    address = addresses.factcheck(check.slug)
    return [
        CorrectionEntry(
            f"{check.id}/withdrawn",
            "withdrawn",
            check.header.title,
            address,
            moment,
            date_view(moment),
            "",
            "",
            weave.text(withdrawn.why),
        )
    ]


def _moment(site: Site, text: str) -> str:
    return dates.moment(text, dates.zone_or_utc(site.publication.masthead.timezone))
