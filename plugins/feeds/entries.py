"""Fact-checks and corrections → entries. One is made once, and shared by all the feeds that hold it."""

from mimetypes import guess_type

from plugins.core import anchors
from plugins.core.model import factcheck
from plugins.core.parse.finish import plain
from plugins.core.resolve import dates
from plugins.core.resolve.apart import Whole
from plugins.core.resolve.events import WITHDRAWN, is_event
from plugins.core.resolve.extract import plain_text
from plugins.core.resolve.listings import Listing
from plugins.feeds.content import correction_html, factcheck_html, withdrawal_html
from plugins.feeds.ids import entry_id
from plugins.feeds.view import Entry, Image
from plugins.feeds.xml_text import sound
from plugins.press.site import Site
from plugins.views.corrections import kind


def entries(site: Site, names: tuple[str, ...]) -> tuple[Entry, ...]:
    """Give the entries of a feed by their names: a fact-check's id, or `<fact-check>/<correction>`."""
    return tuple(site.entry(_entry, name) for name in names)


def _entry(site: Site, name: str) -> Entry:
    factcheck_id, _, event = name.partition("/")
    check, whole = site.listing(factcheck_id), site.whole(factcheck_id)
    if not event:
        return _of_factcheck(site, name, check, whole)
    if event == WITHDRAWN:
        return _of_withdrawal(site, name, check, whole)
    return _of_correction(site, name, check, whole, event)


def _of_factcheck(site: Site, name: str, check: Listing, whole: Whole) -> Entry:
    header = whole.header
    return Entry(
        id=header.guid
        or entry_id(site, name, check.first),  # one that came from another system keeps the id that it had
        link=site.absolute(check.address),
        title=check.title,
        summary=check.summary,
        content=sound(factcheck_html(site, check, whole).encode()),
        lang=check.lang,
        published=check.published,
        updated=_updated(site, header),
        authors=_authors(site, header),
        categories=_topics(site, check),
        image=_image(site, header.image) if header.image else None,
    )


def _of_correction(site: Site, name: str, check: Listing, whole: Whole, correction_id: str) -> Entry:
    corrections = whole.header.corrections
    index = next(place for place, one in enumerate(corrections) if one.id == correction_id)
    one = corrections[index]
    return _event(
        site, name, check, whole, one.kind, one.date,
        link=f"{site.absolute(check.address)}#{anchors.correction(one.id)}",
        summary=plain_text(whole.texts, f"corrections.{index}.why"),
        html=correction_html(site, check, whole, index),
    )  # fmt: skip


def _of_withdrawal(site: Site, name: str, check: Listing, whole: Whole) -> Entry:
    withdrawn = whole.header.withdrawn
    date, why = (withdrawn.date, withdrawn.why) if withdrawn else (check.published, "")
    return _event(
        site, name, check, whole, WITHDRAWN, date,
        link=site.absolute(check.address), summary=plain(why), html=withdrawal_html(site, check, whole),
    )  # fmt: skip


def _event(
    site: Site, name: str, check: Listing, whole: Whole, what: str, date: str, *, link: str, summary: str, html: str
) -> Entry:
    return Entry(
        id=entry_id(site, name, check.first),
        link=link,
        title=site.say("{name}: {text}", name=kind(site, what), text=check.title),
        summary=summary,
        content=sound(html.encode()),
        lang=check.lang,
        published=_moment(site, date),
        updated="",
        authors=_authors(site, whole.header),
        categories=_topics(site, check),
    )


def _updated(site: Site, header: factcheck.Header) -> str:
    """Give the moment of the newest change that readers of feeds are told of: what `updated:` says; no minor correction."""
    dated = [one.date for one in header.corrections if is_event(one)] + ([header.updated] if header.updated else [])
    return max((_moment(site, one) for one in dated), key=dates.sort_key, default="")


def _authors(site: Site, header: factcheck.Header) -> tuple[str, ...]:
    """Name the authors; without one it is the publication."""
    masthead = site.masthead
    names = tuple(masthead.people[one].name for one in header.authors if one in masthead.people)
    return names or (masthead.name,)


def _topics(site: Site, check: Listing) -> tuple[str, ...]:
    return tuple(site.topic(one).title_in(site.lang) for one in check.topics)


def _image(site: Site, image: factcheck.Image) -> Image:
    return Image(site.absolute(site.picture(image.file)), guess_type(image.file)[0] or "", image.alt, image.credit)


def _moment(site: Site, text: str) -> str:
    return dates.moment(text, dates.zone_or_utc(site.masthead.timezone))
