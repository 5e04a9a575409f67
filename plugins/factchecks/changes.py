"""What changed in a fact-check after it was published: the views of corrections and withdrawal."""

from msgspec import Struct

from plugins.core import anchors
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.press.words import DateView
from plugins.views.corrections import Change, change, kind, verdicts_were
from plugins.views.frame import Link


class CorrectionView(Struct, frozen=True):
    """A correction on the page of its fact-check."""

    anchor: str
    kind: str
    substantial: bool
    """Whether a fact was wrong: readers are told at the top."""
    date: DateView | None
    change: Change
    verdicts_were: tuple[str, ...]


class WithdrawalView(Struct, frozen=True):
    """Why a fact-check was withdrawn."""

    date: DateView | None
    why: str
    replaced_by: Link | None


def correction_view(site: Site, check: FactCheck, whole: Whole, index: int) -> CorrectionView:
    """Show a correction."""
    correction = whole.header.corrections[index]
    return CorrectionView(
        anchor=anchors.correction(correction.id),
        kind=kind(site, correction.kind),
        substantial=correction.kind == "substantial",
        date=site.date(correction.date),
        change=change(site, check.address, whole, index),
        verdicts_were=verdicts_were(site, whole, correction),
    )


def withdrawal_view(site: Site, check: FactCheck, whole: Whole) -> WithdrawalView | None:
    """Show the withdrawal, if the fact-check is withdrawn."""
    withdrawn = whole.header.withdrawn
    if withdrawn is None or check.standing != "withdrawn":
        return None
    return WithdrawalView(site.date(withdrawn.date), withdrawn.why, other_link(site, withdrawn.replaced_by))


def other_link(site: Site, factcheck_id: str | None) -> Link | None:
    """Link another fact-check by its id, if readers can see it."""
    other = site.check(factcheck_id) if factcheck_id else None
    if other is None:
        return None
    return Link(site.here(other.address), other.title, other.lang if other.lang != site.lang else "")
