"""A source as readers see it: in the list of a fact-check, on a card, on a page of its own."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from plugins.core import addresses, anchors
from plugins.core.model.source import Quote, Source
from plugins.core.resolve.apart import Whole
from plugins.press.site import Site
from plugins.press.words import DateView
from plugins.views.publishers import publisher_page
from plugins.views.text_fragment import to_passage


class QuoteView(Struct, frozen=True):
    """A quote: its anchor on the page (empty where it has none), its words, its place, its translation."""

    anchor: str
    text: str
    at: str
    translation: str
    href: str
    """The passage itself, at the source's address; empty when the source has none."""


class SourceView(Struct, frozen=True, weakref=True):
    """A source, all that is known of it; in lists without its quotes."""

    title: str
    bracketed: bool
    """The title is ours, because the source has none."""
    publisher: str
    origin: str
    authors: str
    kind: str
    lang: str
    edition: str
    published: DateView | None
    accessed: DateView | None
    url: str
    held_at: str
    access: str
    archive: str
    archived: str
    """The day of the archived copy, as Robust Links want it: that of the capture, else when the source was read."""
    captured: DateView | None
    quotes: tuple[QuoteView, ...]
    interests: str
    link_note: str
    status: str
    """`dead`, `retracted` …, for styling; empty when nothing is wrong."""
    note: str
    page: str
    """The address of its own page, if it has one."""
    users: int
    publisher_page: str
    """The address of its publisher's page; empty when `publishers.yaml` does not know the name."""
    origin_page: str


def source_view(site: Site, source_id: str) -> SourceView | None:
    """Show a source with its quotes. `None` when it has no record."""
    return site.once(quoted_source, source_id)


def listed_source(site: Site, source_id: str) -> SourceView | None:
    """Show a source without its quotes, as lists do: they stand when a quote changes. `None` without record."""
    return site.once(_view, source_id)


def quoted_source(site: Site, source_id: str, *, anchored: bool = False) -> SourceView | None:
    """Make what `source_view` gives, for who keeps it or needs it once; with `anchored`, its quotes can be linked to."""
    view = _view(site, source_id)
    if view is None:
        return None
    quotes = tuple(_quote(site, source_id, one, view.url, anchored=anchored) for one in site.quotes(source_id))
    return replace(view, quotes=quotes)


def _view(site: Site, source_id: str) -> SourceView | None:
    source = site.source(source_id)
    if source is None:
        return None
    users = len(site.users(source_id))
    return SourceView(
        title=source.title,
        bracketed=source.title_supplied,
        publisher=source.publisher,
        origin=source.origin,
        authors=site.words.listed(source.authors),
        kind=kind(site, source.kind),
        lang=source.lang,
        edition=source.edition,
        published=site.date(source.published),
        accessed=site.date(source.accessed),
        url=source.address,
        held_at=source.held_at,
        access=_access(site, source),
        archive=source.archived_at,
        archived=(source.snapshot.captured if source.snapshot else source.accessed)[:10],
        captured=site.date(source.snapshot.captured) if source.snapshot else None,
        quotes=(),
        interests=site.worded(source.interests),
        link_note=_link_note(site, source),
        status=(source.link_status or "").removeprefix("live"),
        note=site.worded(source.note),
        page=site.at(addresses.source(source_id)) if site.has_page(source_id) else "",
        users=users,
        publisher_page=publisher_page(site, source.publisher),
        origin_page=publisher_page(site, source.origin) if source.origin else "",
    )


def consulted(site: Site, whole: Whole) -> tuple[SourceView, ...]:
    """Give the sources that were read but not cited."""
    views = (source_view(site, source_id) for source_id in whole.header.also_consulted)
    return tuple(view for view in views if view)


def label(site: Site, source: Source) -> str:
    """Name a source in a few words, as a citation does."""
    return site.say("{name}: {text}", name=source.origin or source.publisher, text=source.title)


def _quote(site: Site, source_id: str, quote: Quote, address: str, *, anchored: bool) -> QuoteView:
    translation = quote.translation.get(site.lang, "")
    return QuoteView(
        anchor=anchors.quote(source_id, quote.id) if anchored else "",
        text=quote.text,
        at=quote.at,
        translation=translation,
        href=to_passage(address, quote.text) if address else "",
    )


def kind(site: Site, name: str) -> str:
    """Name a kind of source."""
    return site.once(_kinds)[name]


def _kinds(site: Site) -> dict[str, str]:
    return {
        "news": site.say("News"),
        "government": site.say("Government"),
        "court": site.say("Court"),
        "law": site.say("Law"),
        "dataset": site.say("Dataset"),
        "study": site.say("Study"),
        "statement": site.say("Statement"),
        "interview": site.say("Interview"),
        "social": site.say("Social media"),
        "fact-check": site.say("Fact-check"),
        "reference": site.say("Reference work"),
        "other": site.say("Other"),
    }


def stances(site: Site) -> Mapping[str | None, str]:
    """Say what a source may be to the claim; nothing for `None`, when nobody said."""
    return site.once(_stances)


def _stances(site: Site) -> dict[str | None, str]:
    return {
        None: "",
        "supports": site.say("supports the claim"),
        "against": site.say("against the claim"),
        "context": site.say("context"),
    }


def _access(site: Site, source: Source) -> str:
    ways = {"registration": site.say("registration needed"), "paywall": site.say("behind a paywall")}
    return ways.get(source.access or "", "")


def _link_note(site: Site, source: Source) -> str:
    if source.link_status == "withheld":
        return site.say("The address is withheld: {reason}", reason=site.worded(source.reason))
    notes = {
        "moved": site.say("This document has moved."),
        "changed": site.say("This page has changed since it was read."),
        "dead": site.say("The link is dead."),
        "retracted": site.say("This was retracted by its publisher."),
    }
    return notes.get(source.link_status or "", "")
