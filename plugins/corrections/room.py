"""The page of this room: its view."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.press.pages import Page
from plugins.press.site import Site
from plugins.views.corrections import KINDS, CorrectionEntry, correction_entries, kind
from plugins.views.feed_links import corrections_feed
from plugins.views.filters import By, Filters, Fitting, filters
from plugins.views.frame import Frame, Link, frame, policy

_VERDICT = "verdict"
"""A choice of the filter beside the kinds."""


class Item(Struct, frozen=True):
    """A correction in the list, and which choices of the filter it fits."""

    entry: CorrectionEntry
    fits: Fitting


class CorrectionsView(Struct, frozen=True):
    """All that the corrections page shows."""

    frame: Frame
    filters: Filters
    items: tuple[Item, ...]
    root: str
    feed: str
    policy: Link | None
    complaints: tuple[Link, ...]
    """Where readers can complain whom our answer does not satisfy."""


def pages(publication: Publication) -> Iterator[Page]:
    """Give the corrections page."""
    for lang, prefix in publication.prefixes().items():
        yield Page(prefix + addresses.CORRECTIONS, "corrections.html", corrections_view, (), lang)


def corrections_view(site: Site) -> CorrectionsView:
    """Show every correction."""
    masthead = site.masthead
    name = masthead.name
    about = site.say("Every correction that {publication} has made, newest first.", publication=name)
    entries = correction_entries(site)
    sieve = _filters(site, entries)
    return CorrectionsView(
        frame=frame(site, addresses.CORRECTIONS, site.say("Corrections"), about, feeds=(corrections_feed(site),)),
        filters=sieve,
        items=tuple(Item(entry, fits) for entry, fits in zip(entries, sieve.items, strict=True)),
        root=site.root,
        feed=site.at(addresses.FEED_CORRECTIONS),
        policy=policy(site, masthead.policies.corrections, site.say("How we correct")),
        complaints=tuple(Link(address, text) for text, address in masthead.complaints_in(site.lang).items()),
    )


def _filters(site: Site, entries: Sequence[CorrectionEntry]) -> Filters:
    """Filter by how grave the change was, and by whether a verdict changed with it."""
    values = [(entry.name, *([_VERDICT] if entry.verdicts_were else [])) for entry in entries]
    labels = {name: kind(site, name) for name in KINDS} | {_VERDICT: site.say("Verdict changed")}
    return filters(By(site.say("Kind"), values, labels))
