"""The frame of every page: what stands around its content."""

from msgspec import Struct

from plugins.core import addresses
from plugins.press.site import Site


class Link(Struct, frozen=True):
    """A link with its text."""

    href: str
    text: str


class FeedLink(Struct, frozen=True):
    """A feed that a page tells readers about; `href` is absolute."""

    href: str
    title: str


class Around(Struct, frozen=True):
    """What every page has around it."""

    name: str
    tagline: str
    icon: str
    home: str
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    licence: str
    contact: str


class Frame(Struct, frozen=True):
    """Head, navigation and foot of a page."""

    lang: str
    title: str
    """The page's own title, then the publication's name."""
    description: str
    canonical: str
    noindex: bool
    stylesheet: str
    feeds: tuple[FeedLink, ...]
    current: str
    around: Around


def frame(
    site: Site, address: str, title: str, description: str = "", *, feeds: tuple[FeedLink, ...] = (),
    noindex: bool = False, lang: str = "", section: str = "",
) -> Frame:  # fmt: skip
    """Make the frame of the page at an address; `section` is the address of the navigation entry it is under."""
    masthead = site.masthead
    name = masthead.name
    return Frame(
        lang=lang or masthead.lang,
        title=f"{title} – {name}" if title != name else name,
        description=description,
        canonical=site.absolute(address),
        noindex=noindex,
        stylesheet=site.asset("style.css"),
        feeds=(FeedLink(site.absolute(addresses.FEED_ALL), f"{name}: all fact-checks"), *feeds),
        current=site.here(section or address),
        around=site.once(("around",), lambda: _around(site)),
    )


def _around(site: Site) -> Around:
    masthead = site.masthead
    return Around(
        name=masthead.name,
        tagline=masthead.tagline,
        icon=site.asset("icon.svg"),
        home=site.here(addresses.HOME),
        navigation=_navigation(site),
        footer=_footer(site),
        licence=masthead.licence,
        contact=masthead.contact,
    )


def _navigation(site: Site) -> tuple[Link, ...]:
    headers = site.page_headers
    pages = sorted((header.menu, slug) for slug, header in headers.items() if header.menu is not None)
    return (
        Link(site.here(addresses.CHECKS), "Fact-checks"),
        Link(site.here(addresses.TOPICS), "Topics"),
        Link(site.here(addresses.SOURCES), "Sources"),
        *(Link(site.here(addresses.standing(slug)), headers[slug].title) for _, slug in pages),
    )


def _footer(site: Site) -> tuple[Link, ...]:
    return (
        Link(site.here(addresses.CORRECTIONS), "Corrections"),
        Link(site.here(addresses.FEED_ALL), "RSS: all fact-checks"),
        Link(site.here(addresses.FEED_CORRECTIONS), "RSS: corrections"),
    )
