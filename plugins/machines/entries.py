"""The pages that search engines may show: each with its address in every language, and when it last changed."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve import dates
from plugins.core.resolve.publication import LINES_PER_PAGE, PER_PAGE, Indexed, pages_for
from plugins.press.site import Site
from plugins.views.frame import page_address
from plugins.views.translations import of_standing_page


class Alternate(Struct, frozen=True, gc=False):
    """A page in a language: its absolute address there."""

    lang: str
    address: str


class Entry(Struct, frozen=True, gc=False):
    """A page: its absolute address, when it last changed (empty when nobody knows), every language that it is in."""

    address: str
    changed: str = ""
    alternates: tuple[Alternate, ...] = ()


def entries(site: Site) -> tuple[Entry, ...]:
    """Give every page that says nothing against being found, language by language."""
    spoken = [(each, each.indexed()) for each in (site.speaking(words.lang) for words, _ in site.languages)]
    known = {one.id: _Known(each.lang, one, _order(one.changed)) for each, indexed in spoken for one in indexed}
    return tuple(entry for each, indexed in spoken for entry in _Language(each, known).entries(indexed))


class _Known(Struct, frozen=True, gc=False):
    """A fact-check of any language: the language that it stands in, and a number by which its change is compared."""

    lang: str
    check: Indexed
    order: float


class _Language:
    """The pages of one language."""

    def __init__(self, site: Site, known: dict[str, _Known]) -> None:
        self._site = site
        self._known = known
        self._prefixes = {words.lang: prefix for words, prefix in site.languages}

    def entries(self, indexed: Sequence[Indexed]) -> Iterator[Entry]:
        """Give them, with the fact-checks that search engines may know."""
        site = self._site
        listed = [one.id for one in indexed if one.listed]
        yield self._everywhere(addresses.HOME, self._newest(listed[:PER_PAGE], listed[:1]))
        yield from self._list(addresses.checks, listed)
        yield from map(self._check, indexed)
        yield self._everywhere(addresses.TOPICS)
        for one in site.topics:
            yield from self._list(_further(addresses.topic, one), site.members(one))
        yield from self._evidence()
        for one in site.masthead.people:
            yield from self._list(_further(addresses.person, one), site.works(one), LINES_PER_PAGE)
        yield self._everywhere(addresses.CORRECTIONS, self._newest(site.changed()))
        yield self._everywhere(addresses.FEEDS)
        yield self._everywhere(addresses.DATA)
        yield from self._standing()

    def _evidence(self) -> Iterator[Entry]:
        """Give the pages of sources and publishers: of an index nobody knows when it changed."""
        site = self._site
        pages = pages_for(site.in_use(1)[1], LINES_PER_PAGE)
        yield from self._pages(addresses.sources, [""] * pages)
        for page in range(1, pages + 1):
            for one in site.in_use(page)[0]:
                users = site.users(one)
                if len(users) > 1:
                    yield from self._list(_further(addresses.source, one), users, LINES_PER_PAGE)
        yield self._everywhere(addresses.PUBLISHERS)
        for one in site.publishers:
            texts = site.texts(one)
            count = pages_for(len(texts.own) + len(texts.carried), LINES_PER_PAGE)
            yield from self._pages(_further(addresses.publisher, one), [""] * count)

    def _standing(self) -> Iterator[Entry]:
        """Give the standing pages of this language: a day of review is no day of change."""
        site = self._site
        for slug, header in site.page_headers.items():
            if site.masthead.prefix(header.lang) == site.prefix:
                yield self._entry(page_address(site, slug, header), "", of_standing_page(site, slug))

    def _check(self, one: Indexed) -> Entry:
        if len(one.translations) < 2:
            return Entry(self._site.absolute(one.address), one.changed)
        same = (self._known[other] for other in reversed(one.translations))
        there = {other.lang: other.check.address for other in same} | {self._site.lang: one.address}
        return self._entry(one.address, one.changed, there)

    def _list(self, address: Callable[[int], str], ids: Sequence[str], per_page: int = PER_PAGE) -> Iterator[Entry]:
        """Give the pages of a list: each new item moves the others on, a changed one changes its own page alone."""
        shown = (ids[start : start + per_page] for start in range(0, max(1, len(ids)), per_page))
        yield from self._pages(address, [self._newest(each, ids[:1]) for each in shown])

    def _pages(self, address: Callable[[int], str], changed: Sequence[str]) -> Iterator[Entry]:
        """Give the pages of one address, each with its change: the first is in every language, further ones need not be."""
        yield self._everywhere(address(1), changed[0])
        for page, moment in enumerate(changed[1:], start=2):
            yield Entry(self._site.absolute(self._site.prefix + address(page)), moment)

    def _everywhere(self, address: str, changed: str = "") -> Entry:
        there = {lang: prefix + address for lang, prefix in self._prefixes.items()}
        return self._entry(self._site.prefix + address, changed, there)

    def _entry(self, address: str, changed: str, there: dict[str, str]) -> Entry:
        absolute = self._site.absolute
        shown = [lang for lang in self._prefixes if lang in there] if len(there) > 1 else []
        return Entry(absolute(address), changed, tuple(Alternate(lang, absolute(there[lang])) for lang in shown))

    def _newest(self, ids: Sequence[str], first: Sequence[str] = ()) -> str:
        """Give the newest change of some fact-checks, or the moment at which the first of a list joined it."""
        moments = [(one.order, one.check.changed) for one in map(self._known.__getitem__, ids)]
        joined = [self._known[one].check.published for one in first]
        return max((*moments, *((_order(one), one) for one in joined)), default=(0.0, ""))[1]


def _further(address: Callable[[str, int], str], name: str) -> Callable[[int], str]:
    """Address the pages of one thing by their number."""
    return lambda page: address(name, page)


def _order(changed: str) -> float:
    return dates.sort_key(changed if len(changed) > len("2026-01-31") else f"{changed}T00:00:00+00:00")
