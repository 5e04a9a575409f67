"""The frame of every page: what stands around its content."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from plugins.core import addresses
from plugins.core.model.publication import PageHeader
from plugins.press.site import Site
from plugins.views.feed_links import FeedLink, main_feeds
from plugins.views.metas import WEBSITE, Meta


class Link(Struct, frozen=True):
    """A link with its text; `lang` is the language of both, where it is another than that of the page."""

    href: str
    text: str
    lang: str = ""


class Alternate(Struct, frozen=True):
    """The same page in another language; `absolute` is its whole address, `name` the language in its own words."""

    lang: str
    with_country: str
    name: str
    href: str
    absolute: str


class Around(Struct, frozen=True, weakref=True):
    """What every page of a language has around it."""

    name: str
    tagline: str
    icon: str
    home: str
    search: str
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
    metas: tuple[Meta, ...]
    canonical: str
    stylesheet: str
    scripts: tuple[str, ...]
    feeds: tuple[FeedLink, ...]
    alternates: tuple[Alternate, ...]
    """Every language that the page is in, this one too; none when there is no other."""
    structured: tuple[str, ...]
    """What it tells machines: blocks of JSON-LD, escaped for `<script>`."""
    current: str
    around: Around


def frame(
    site: Site, address: str, title: str, description: str = "", *, feeds: tuple[FeedLink, ...] = (),
    noindex: bool = False, section: str = "", scripts: tuple[str, ...] = (), translations: Mapping[str, str] | None = None,
    metas: tuple[Meta, ...] = WEBSITE, structured: tuple[str, ...] = (),
) -> Frame:  # fmt: skip
    """Make the frame of the page at an address that every language has.

    `section` is the address of the navigation entry it is under. A page that is not in every language, such as a
    fact-check, gives where it is: language → whole address, this one among them. `metas` tell
    what kind of page it is.
    """
    name = site.masthead.name
    there = {words.lang: prefix + address for words, prefix in site.languages} if translations is None else translations
    alternates = _alternates(site, there) if len(there) > 1 else ()
    canonical = site.absolute(there[site.lang])
    return Frame(
        lang=site.lang,
        direction=site.words.direction,
        title=f"{title} – {name}" if title != name else name,
        metas=(*_general(site, title, description, canonical, alternates, noindex=noindex), *metas),
        canonical=canonical,
        stylesheet=site.asset("style.css"),
        scripts=tuple(site.asset(name) for name in scripts),
        feeds=(*site.once(main_feeds), *feeds),
        alternates=alternates,
        structured=structured,
        current=site.at(section or address),
        around=site.once(_around),
    )


def _general(
    site: Site, title: str, description: str, canonical: str, alternates: tuple[Alternate, ...], *, noindex: bool
) -> Iterator[Meta]:
    """Tell what every page does: its name and description, for search engines and previews (https://ogp.me)."""
    if description:
        yield Meta("name", "description", description)
    if noindex:
        yield Meta("name", "robots", "noindex")
    yield Meta("property", "og:site_name", site.masthead.name)
    yield Meta("property", "og:title", title)
    if description:
        yield Meta("property", "og:description", description)
    yield Meta("property", "og:url", canonical)
    yield Meta("property", "og:locale", site.words.with_country)
    others = (other for other in alternates if other.lang != site.lang)
    yield from (Meta("property", "og:locale:alternate", other.with_country) for other in others)


def alone(site: Site, address: str) -> dict[str, str]:
    """Give the translations of a page that no other language need have: none but itself."""
    return {site.lang: site.prefix + address}


def in_languages(site: Site, address: str, page: int) -> dict[str, str] | None:
    """Give the translations of a page of a list (from 1): the first is in every language, further ones need not be."""
    return None if page == 1 else alone(site, address)


def _alternates(site: Site, there: Mapping[str, str]) -> tuple[Alternate, ...]:
    return tuple(
        Alternate(
            words.lang,
            words.with_country,
            words.own_name,
            site.here(there[words.lang]),
            site.absolute(there[words.lang]),
        )
        for words, _ in site.languages
        if words.lang in there
    )


def policy(site: Site, named: str | dict[str, str] | None, text: str = "") -> Link | None:
    """Link the page of a policy, in this language if it is there in it, by its title if no other text is given."""
    slug = site.worded(named) if named else ""
    header = site.page_headers.get(slug)
    return Link(site.here(page_address(site, slug, header)), text or header.title) if header else None


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
        search=site.at(addresses.SEARCH),
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
    policies = site.masthead.policies
    named = (policies.methodology, policies.corrections, policies.funding, policies.ethics, policies.feedback)
    pages = dict.fromkeys(link for one in named if (link := policy(site, one)))
    return (
        *pages,
        Link(site.at(addresses.CORRECTIONS), site.say("Corrections")),
        Link(site.at(addresses.FEEDS), site.say("Feeds")),
        Link(site.at(addresses.FEED_ALL), site.say("RSS: all fact-checks")),
        Link(site.at(addresses.FEED_CORRECTIONS), site.say("RSS: corrections")),
        Link(site.at(addresses.DATA), site.say("Data")),
    )
