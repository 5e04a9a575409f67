"""`corrections.json`: every correction and withdrawal, newest first, as the corrections page shows them."""

from collections.abc import Iterator

from msgspec import Struct, field

from plugins.core import anchors
from plugins.core.resolve import dates
from plugins.core.resolve.extract import plain_text
from plugins.core.resolve.publication import FactCheck
from plugins.data.whence import Whence, whence
from plugins.press.site import Site


class Changed(Struct, frozen=True, omit_defaults=True):
    """A correction or a withdrawal."""

    id: str
    check: str
    url: str
    title: str
    date: str
    kind: str
    was: str = ""
    now: str = ""
    why: str = ""
    verdict_was: dict[str, str] = field(default_factory=dict)
    replaced_by: str = ""


class Corrections(Struct, frozen=True):
    """The whole file."""

    publication: Whence
    corrections: tuple[Changed, ...]


def corrections_view(site: Site) -> Corrections:
    """Tell every correction."""
    found = [one for check in site.changed() for one in _of_check(site, site.known_check(check))]
    newest_first = sorted(found, key=lambda one: (-dates.sort_key(one.date), one.id))
    return Corrections(whence(site), tuple(newest_first))


def _of_check(site: Site, check: FactCheck) -> Iterator[Changed]:
    whole, address = site.whole(check.id), site.absolute(check.address)
    zone = dates.zone_or_utc(site.masthead.timezone)
    withdrawn = whole.header.withdrawn
    if check.standing == "withdrawn":
        yield Changed(
            id=f"{check.id}/withdrawn",
            check=check.id,
            url=address,
            title=check.title,
            date=dates.moment(withdrawn.date, zone) if withdrawn else check.published,
            kind="withdrawn",
            why=withdrawn.why if withdrawn else "",
            replaced_by=(withdrawn.replaced_by or "") if withdrawn else "",
        )
    for index, one in enumerate(whole.header.corrections):
        was, now, why = (plain_text(whole.texts, f"corrections.{index}.{name}") for name in ("was", "now", "why"))
        yield Changed(
            id=f"{check.id}/{one.id}",
            check=check.id,
            url=f"{address}#{anchors.correction(one.id)}",
            title=check.title,
            date=dates.moment(one.date, zone),
            kind=one.kind,
            was=was,
            now=now,
            why=why,
            verdict_was=one.verdict_was,
        )
