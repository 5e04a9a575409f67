"""The frame of every page: what stands around its content."""

from collections.abc import Mapping

from msgspec import Struct

from plugins.core import addresses
from plugins.core.model.publication import PageHeader
from plugins.press.site import Site


class Link(Struct, frozen=True):
    """A link with its text; `lang` is the language of both, where it is another than that of the page."""

    href: str
    text: str
    lang: str = ""


class FeedLink(Struct, frozen=True):
    """A feed that a page tells readers about; `href` is absolute."""

    href: str
    title: str


class Alternate(Struct, frozen=True):
    """The same page in another language; `absolute` is its whole address, `name` the language in its own words."""

    lang: str
    name: str
    href: str
    absolute: str


class Around(Struct, frozen=True):
    """What every page of a language has around it."""

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
    direction: str
    title: str
    """The page's own title, then the publication's name."""
    description: str
    canonical: str
    noindex: bool
    stylesheet: str
    scripts: tuple[str, ...]
    feeds: tuple[FeedLink, ...]
    alternates: tuple[Alternate, ...]
    """Every language that the page is in, this one too; none when there is no other."""
    current: str
    around: Around


def frame(
    site: Site, address: str, title: str, description: str = "", *, feeds: tuple[FeedLink, ...] = (),
    noindex: bool = False, section: str = "", scripts: tuple[str, ...] = (), translations: Mapping[str, str] | None = None,
) -> Frame:  # fmt: skip
    """Make the frame of the page at an address that every language has.

    `section` is the address of the navigation entry it is under. A page that is not in every language, such as a
    fact-check, gives where it is: language → whole address, this one among them.
    """
    name = site.masthead.name
    there = {words.lang: prefix + address for words, prefix in site.languages} if translations is None else translations
    return Frame(
        lang=site.lang,
        direction=site.words.direction,
        title=f"{title} – {name}" if title != name else name,
        description=description,
        canonical=site.absolute(there[site.lang]),
        noindex=noindex,
        stylesheet=site.asset("style.css"),
        scripts=tuple(site.asset(name) for name in scripts),
        feeds=(main_feed(site), *feeds),
        alternates=_alternates(site, there) if len(there) > 1 else (),
        current=site.at(section or address),
        around=site.once(("around",), lambda: _around(site)),
    )


def main_feed(site: Site) -> FeedLink:
    """Name the feed of all fact-checks of this language."""
    title = site.say("{publication}: all fact-checks", publication=site.masthead.name)
    return FeedLink(site.absolute(site.prefix + addresses.FEED_ALL), title)


def topic_feed_link(site: Site, topic_id: str) -> FeedLink:
    """Name the feed of a topic in this language."""
    title = site.say("{name}: {text}", name=site.masthead.name, text=site.topic(topic_id).title_in(site.lang))
    return FeedLink(site.absolute(site.prefix + addresses.topic_feed(topic_id)), title)


def alone(site: Site, address: str) -> dict[str, str]:
    """Give the translations of a page that no other language need have: none but itself."""
    return {site.lang: site.prefix + address}


def _alternates(site: Site, there: Mapping[str, str]) -> tuple[Alternate, ...]:
    return tuple(
        Alternate(words.lang, words.own_name, site.here(there[words.lang]), site.absolute(there[words.lang]))
        for words, _ in site.languages
        if words.lang in there
    )


def policy(site: Site, named: str | dict[str, str] | None, text: str) -> Link | None:
    """Link the page of a policy, in this language if it is there in it."""
    slug = site.worded(named) if named else ""
    header = site.page_headers.get(slug)
    return Link(site.here(page_address(site, slug, header)), text) if header else None


def page_address(site: Site, slug: str, header: PageHeader) -> str:
    """Give the whole address of a standing page."""
    return site.masthead.prefix(header.lang) + addresses.standing(slug)


def _around(site: Site) -> Around:
    masthead = site.masthead
    return Around(
        name=masthead.name,
        tagline=site.worded(masthead.tagline),
        icon=site.asset("icon.svg"),
        home=site.at(addresses.HOME),
        navigation=_navigation(site),
        footer=_footer(site),
        licence=masthead.licence,
        contact=masthead.contact,
    )


def _navigation(site: Site) -> tuple[Link, ...]:
    prefix = site.masthead.prefix
    headers = {slug: one for slug, one in site.page_headers.items() if prefix(one.lang) == site.prefix}
    pages = sorted((header.menu, slug) for slug, header in headers.items() if header.menu is not None)
    return (
        Link(site.at(addresses.CHECKS), site.say("Fact-checks")),
        Link(site.at(addresses.TOPICS), site.say("Topics")),
        Link(site.at(addresses.SOURCES), site.say("Sources")),
        *(Link(site.here(page_address(site, slug, headers[slug])), headers[slug].title) for _, slug in pages),
    )


def _footer(site: Site) -> tuple[Link, ...]:
    return (
        Link(site.at(addresses.CORRECTIONS), site.say("Corrections")),
        Link(site.at(addresses.FEED_ALL), site.say("RSS: all fact-checks")),
        Link(site.at(addresses.FEED_CORRECTIONS), site.say("RSS: corrections")),
    )
