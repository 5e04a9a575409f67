"""Every address of the site and who holds it: what exists, what led here once, what the site keeps for itself."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.problems import Pointer
from plugins.core.resolve.origins import Texts
from plugins.core.resolve.publication import LINES_PER_PAGE, PER_PAGE, Publication, pages_for


class Holding(Struct, frozen=True, gc=False):
    """An address and its holder: the path of a file, or nothing for the site itself, and the field that says so."""

    address: str
    path: str = ""
    pointer: Pointer = ()
    answers: bool = True
    """Whether this build has something at the address: drafts, held copy and single uses have not."""
    former: bool = False
    feed: bool = False

    @property
    def holder(self) -> str:
        """Name the holder."""
        return self.path or "the site"

    @property
    def file(self) -> str:
        """The file in the output, as file systems compare names that are blind to capitals."""
        return addresses.file_of(self.address).casefold()


def holdings(publication: Publication) -> Iterator[Holding]:
    """Give every holding: the site's own, then what the copy has now, then what it had before."""
    shown = {check.brief.path for check in publication.factchecks.values()}
    yield from _own(publication)
    yield from _present(publication, shown)
    yield from _former(publication, shown)


def _own(publication: Publication) -> Iterator[Holding]:
    for prefix in publication.prefixes().values():
        for address in addresses.OWN:
            yield Holding(prefix + address)
        for address in addresses.KEPT:
            yield Holding(prefix + address, answers=not prefix and address in addresses.AT_THE_ROOT)
        for page in _further_pages(len(publication.listed(prefix))):
            yield Holding(prefix + addresses.checks(page))
        for page in _further_pages(len(publication.in_use), LINES_PER_PAGE):
            yield Holding(prefix + addresses.sources(page))


def _present(publication: Publication, shown: set[str]) -> Iterator[Holding]:
    copy, prefix = publication.copy, publication.masthead.prefix
    for brief in copy.briefs:
        yield Holding(prefix(brief.lang) + addresses.factcheck(brief.slug), brief.path, (), brief.path in shown)
    for page in copy.pages:
        yield Holding(prefix(page.header.lang) + addresses.standing(page.slug), page.path)
    for before in publication.prefixes().values():
        yield from _in_each_language(publication, before)


def _in_each_language(publication: Publication, prefix: str) -> Iterator[Holding]:
    """Give what every language has a page of, whatever language it was written in."""
    copy = publication.copy
    for path, topic_id, _ in copy.topics:
        yield Holding(prefix + addresses.topic(topic_id), path)
        for form in addresses.FEED_FORMS:
            yield Holding(prefix + addresses.topic_feed(topic_id, form), path, feed=True)
        members = publication.members_in(topic_id, prefix) if topic_id in publication.members else ()
        for number in _further_pages(len(members)):
            yield Holding(prefix + addresses.topic(topic_id, number), path)
    for source_id, path in {source_id: path for path, source_id, _ in reversed(copy.sources)}.items():
        users = len(publication.uses.get(source_id, ()))
        yield Holding(prefix + addresses.source(source_id), path, (source_id,), answers=publication.has_page(source_id))
        for number in _further_pages(users, LINES_PER_PAGE):
            yield Holding(prefix + addresses.source(source_id, number), path, (source_id,))
    yield from _of_people(publication, prefix)


def _of_people(publication: Publication, prefix: str) -> Iterator[Holding]:
    """Give the pages of publishers, and of those who write and edit here."""
    copy = publication.copy
    for path, publisher_id, _ in copy.publishers:
        texts = publication.origins.known.get(publisher_id, Texts())
        yield Holding(prefix + addresses.publisher(publisher_id), path, (publisher_id,))
        for number in _further_pages(len(texts.own) + len(texts.carried), LINES_PER_PAGE):
            yield Holding(prefix + addresses.publisher(publisher_id, number), path, (publisher_id,))
    for person_id in publication.masthead.people:
        path = f"{copy.folder}/publication.yaml"
        yield Holding(prefix + addresses.person(person_id), path, ("people", person_id))
        yield Holding(prefix + addresses.person_feed(person_id), path, ("people", person_id), feed=True)
        for number in _further_pages(len(publication.works_in(person_id, prefix)), LINES_PER_PAGE):
            yield Holding(prefix + addresses.person(person_id, number), path, ("people", person_id))


def _former(publication: Publication, shown: set[str]) -> Iterator[Holding]:
    moved = (brief for brief in publication.copy.briefs if brief.slug_history or brief.redirect_from)
    for brief in moved:
        answers, prefix = brief.path in shown, publication.masthead.prefix(brief.lang)
        for place, slug in enumerate(brief.slug_history):
            yield Holding(prefix + addresses.factcheck(slug), brief.path, ("slug_history", place), answers, former=True)
        for place, address in enumerate(brief.redirect_from):
            yield Holding(addresses.former(address), brief.path, ("redirect_from", place), answers, former=True)
    for path, _, topic in publication.copy.topics:
        for place, alias in enumerate(topic.aliases):
            for prefix in publication.prefixes().values():
                yield Holding(prefix + addresses.topic(alias), path, ("aliases", place), former=True)
                for form in addresses.FEED_FORMS:
                    yield Holding(prefix + addresses.topic_feed(alias, form), path, ("aliases", place), feed=True)


def _further_pages(items: int, per_page: int = PER_PAGE) -> range:
    return range(2, pages_for(items, per_page) + 1)
