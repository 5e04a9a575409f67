"""What views may read: the publication, and where it will stand. Every read is remembered."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from plugins.core import addresses
from plugins.core.model.publication import Masthead, PageHeader
from plugins.core.model.topic import Topic
from plugins.core.model.worded import Worded, in_language
from plugins.core.parse.nouns import WrittenPage
from plugins.core.resolve.apart import Filed, Whole
from plugins.core.resolve.listings import Listings
from plugins.core.resolve.publication import FactCheck, Publication
from plugins.press.facts import facts_of_edit
from plugins.press.slots import Assets, slot
from plugins.press.spool import Spool
from plugins.press.syndication import Syndication
from plugins.press.watch import Watch
from plugins.press.words import DateView, Words


class Site(Syndication):
    """The publication as views read it, in one of its languages.

    `base` is its address without final slash, `root` the path in that, `prefix` what the addresses of the language
    begin with.

    What a view shows hangs on its own arguments, on base and root, and on the facts that it read here; so views read
    nothing elsewhere.
    """

    def __init__(
        self,
        publication: Publication,
        base: str,
        assets: Assets,
        named_facts: Mapping[str, int],
        whole: Callable[[Filed], Whole],
        vocabulary: Mapping[str, Words],
        listings: Listings | None = None,
        spool: Spool | None = None,
    ) -> None:
        """`whole` fetches all of a fact-check; `vocabulary` has the words of each language.

        `listings` are held, and entries of feeds put into a `spool`, if many pages of a large publication are made.
        """
        super().__init__(publication, Watch(named_facts, spool))
        self.base = base
        self.root = urlsplit(base).path
        self.assets = assets
        self.facts = named_facts
        self._whole = whole
        self._vocabulary = vocabulary
        self._listings = listings
        self._others: dict[str, Site] = {}
        """The same in other languages, as far as somebody asked; none of them knows this one, so it goes when nobody has it."""
        self._speak(publication.masthead.lang)

    def _speak(self, lang: str) -> None:
        self.lang, self.prefix = lang, self._publication.masthead.prefix(lang)
        languages = [*self._publication.prefixes()]
        self._languages, self._language = len(languages), languages.index(lang)
        self._listed = [check.id for check in self._publication.listed(self.prefix)]
        self._users: dict[str, tuple[str, ...]] = {}

    def __reduce__(self) -> tuple[type["Site"], tuple[object, ...]]:
        """Travel to another machine without what was made here."""
        return Site, self._given()

    def _given(self) -> tuple[Any, ...]:
        return self._publication, self.base, self.assets, self.facts, self._whole, self._vocabulary

    def edited(self, publication: Publication, ids: Iterable[str]) -> "Site":
        """Give the site of the same publication in which some fact-checks were edited in place."""
        now = facts_of_edit(self._publication, publication, ids)
        return Site(publication, self.base, self.assets, {**self.facts, **now}, self._whole, self._vocabulary)

    def noting(self, places: Mapping[int, int], spool: Spool | None) -> "Site":
        """Give the same site, but what is noted of each fact is its place; with a `spool`, what processes share lies ready for them."""
        facts = {name: places[fact] for name, fact in self.facts.items()}
        listings = Listings(self._publication.factchecks) if spool else None
        return Site(self._publication, self.base, self.assets, facts, self._whole, self._vocabulary, listings, spool)

    def speaking(self, lang: str) -> "Site":
        """Give the same site in another language of the publication; what is read there is remembered here."""
        if lang == self.lang:
            return self
        if lang not in self._others:
            other = self._others[lang] = Site(*self._given())
            other._watch, other._listings = self._watch, self._listings
            other._speak(lang)
        return self._others[lang]

    @property
    def words(self) -> Words:
        """The interface's words in this language."""
        self._watch.note(f"words {self.lang}")
        return self._vocabulary[self.lang]

    def say(self, text: str, /, **values: object) -> str:
        """Give a text of the interface in this language; values go where it has their names in braces."""
        return self.words.say(text, **values)

    def date(self, date: str | None) -> DateView | None:
        """Give a date in words, to the day; `None` for none."""
        return self.words.date(date)

    def worded(self, text: Worded) -> str:
        """Give a text of the copy in this language, if it was written in it, else in the first."""
        return in_language(text, self.lang)

    @property
    def languages(self) -> tuple[tuple[Words, str], ...]:
        """The words of each language of the publication, and what its addresses begin with."""
        self._watch.note("masthead")
        return tuple((self._vocabulary[lang], prefix) for lang, prefix in self._publication.prefixes().items())

    @property
    def masthead(self) -> Masthead:
        """What is true of the whole publication."""
        self._watch.note("masthead")
        return self._publication.masthead

    @property
    def today(self) -> str:
        """The day of the build's clock."""
        self._watch.note("today")
        return self._publication.today

    @property
    def page_headers(self) -> Mapping[str, PageHeader]:
        """The headers of the standing pages by slug."""
        self._watch.note("pages")
        return {page.slug: page.header for page in self._publication.copy.pages}

    def page(self, slug: str) -> WrittenPage:
        """Give a standing page."""
        self._watch.note(f"page {slug}")
        return next(page for page in self._publication.copy.pages if page.slug == slug)

    def check(self, factcheck_id: str) -> FactCheck | None:
        """Give a fact-check, if readers can see it."""
        check = self._publication.factchecks.get(factcheck_id)
        self._watch.note(f"check {factcheck_id}" if check else "checks")
        return check

    def known_check(self, factcheck_id: str) -> FactCheck:
        """Give a fact-check that is surely there, since a page or a list names it."""
        self._watch.note(f"check {factcheck_id}")
        return self._publication.factchecks[factcheck_id]

    def translations(self, check: FactCheck) -> tuple[FactCheck, ...]:
        """Give the fact-checks that say the same, one for each language, this one among them."""
        same = [self.known_check(one) for one in check.translations]
        by_prefix = {one.prefix: one for one in (*reversed(same), check)}
        return tuple(by_prefix.values())

    def whole(self, factcheck_id: str) -> Whole:
        """Give all of a fact-check that is surely there: what its file says beyond what lists show of it."""
        self._watch.note(f"text {factcheck_id}")
        packed = self._listings
        return self._whole(packed.filed(factcheck_id) if packed else self._publication.factchecks[factcheck_id].brief)

    def topic(self, topic_id: str) -> Topic:
        """Give a topic."""
        self._watch.note(f"topic {topic_id}")
        return self._publication.topics[topic_id]

    @property
    def topics(self) -> Mapping[str, Topic]:
        """All topics by id."""
        self._watch.note("topics")
        return self._publication.topics

    def users(self, source_id: str) -> tuple[str, ...]:
        """Give the ids of the fact-checks that cite a source, newest first; those translated, in this language."""
        users = super().users(source_id)
        if len(self._vocabulary) > 1 and source_id not in self._users:
            self._users[source_id] = tuple(self._here(one, source_id) for one in users)
        return self._users.get(source_id, users)

    def _here(self, factcheck_id: str, source_id: str) -> str:
        checks = self._publication.factchecks
        others = (one for one in checks[factcheck_id].translations if checks[one].prefix == self.prefix)
        return next((one for one in others if checks[one].brief.leans_on(source_id)), factcheck_id)

    def use_template(self, name: str, lang: str) -> None:
        """Remember that a page is made with a template; what is rendered without one hangs on our code alone."""
        if f"template {name}" in self.facts:
            self._watch.note(f"template {name}")
            self._watch.note(f"words {lang}")

    def asset(self, name: str) -> str:
        """Give the address of a theme file, as a slot that is filled when the page is made."""
        self._watch.note(f"asset {name}")
        return self.here(slot(name))

    def picture(self, file: str) -> str:
        """Give the address of a picture of the copy."""
        digest = self._publication.copy.files.get(file, "")
        self._watch.note(f"picture {file}" if digest else "files")
        return addresses.picture(file, digest)

    def at(self, address: str) -> str:
        """Give an address that every language has, in this one, as a link on a page has it."""
        return self.root + self.prefix + address

    def here(self, address: str) -> str:
        """Give a whole address as a link on a page has it."""
        return self.root + address

    def absolute(self, address: str) -> str:
        """Give a whole address as feeds, canonical links and data have it."""
        return self.base + address
