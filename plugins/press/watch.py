"""Remembers what views read, as facts, and keeps the parts that many of them share."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Protocol, TypeVar

from plugins.press.spool import Spool

T = TypeVar("T")
Of = tuple[str | int, ...]
"""What a part is of: the id of a source, say."""
Part = tuple[str, Callable[..., Any], Of]
"""A part: its language, the function that makes it, what it is of."""
Made = tuple[Any, tuple[int, ...]]
"""A part that was made, and the facts that it stands on."""
RECENT = 8192
"""So many of the large parts that some pages share are kept: entries of feeds, which are 13 kB each, take 110 MB at most."""
FEWER = 1024
"""So many are kept beside a spool: archives of one month share theirs."""


class Spoken(Protocol):
    """A site in one of its languages."""

    lang: str


class Watch:
    """The facts that were read since somebody began to watch, and the large parts that were made lately."""

    def __init__(self, named_facts: Mapping[str, int], spool: Spool | None = None) -> None:
        """`named_facts` has every fact, or its place, by its name; with a `spool` processes share large parts."""
        self.facts = named_facts
        self._spool = spool
        self._kept = FEWER if spool else RECENT
        self._read: set[int] | None = set()
        """`None` while nobody wants to know."""
        self._recent: dict[Part, Made] = {}

    def note(self, name: str) -> None:
        """Note that a fact was read."""
        if self._read is not None:
            self._read.add(self.facts[name])

    def watched(self, make: Callable[[], T]) -> tuple[T, tuple[int, ...]]:
        """Make something, and give the facts that it stands on."""
        before, read = self._read, set[int]()
        self._read = read
        try:
            return make(), tuple(read)
        finally:
            self._read = before

    def unwatched(self, make: Callable[[], T]) -> T:
        """Make something of which it is known what it stands on."""
        before, self._read = self._read, None
        try:
            return make()
        finally:
            self._read = before

    def read(self, facts: Iterable[int]) -> None:
        """Note the facts that a part stands on."""
        if self._read is not None:
            self._read.update(facts)

    def lately(self, site: Spoken, make: Callable[..., T], of: Of, number: int | None = None) -> T:
        """Make a part, and keep it until so many others were asked for: parts that are large and many.

        Processes share a part that has a number.
        """
        part = site.lang, make, of
        known = self._recent.pop(part, None)
        if known is None:
            known = self._shared(number, partial(self.watched, partial(make, site, *of)))
            if len(self._recent) >= self._kept:
                del self._recent[next(iter(self._recent))]  # the one that was not asked for the longest
        self._recent[part] = known
        self.read(known[1])
        made: T = known[0]
        return made

    def _shared(self, number: int | None, make: Callable[[], Made]) -> Made:
        if self._spool is None or number is None:
            return make()
        made: Made | None = self._spool.get(number)
        if made is None:
            made = make()
            self._spool.put(number, made)
        return made


class Watched:
    """The part of a site that remembers what is read of it, and the parts that were made."""

    lang: str

    def __init__(self, watch: Watch) -> None:
        """Be watched."""
        self._watch = watch
        self._made: defaultdict[Callable[..., Any], dict[Of, Made]] = defaultdict(dict)
        """The parts of this language, by what makes them: a page asks for forty, so they are found in two short steps."""

    def watched(self, make: Callable[[], T]) -> tuple[T, tuple[int, ...]]:
        """Make something, and give the facts that it stands on."""
        return self._watch.watched(make)

    def unwatched(self, make: Callable[[], T]) -> T:
        """Make something of which it is known what it stands on."""
        return self._watch.unwatched(make)

    def once(self, make: Callable[..., T], *of: str | int) -> T:
        """Make a part that many views share (a source, a card) by `make(site, *of)` when it is first asked for, and keep it.

        Whoever asks stands on what it stands on.
        """
        parts = self._made[make]
        known = parts.get(of)
        if known is None:
            known = parts[of] = self._watch.watched(partial(make, self, *of))
        self._watch.read(known[1])
        made: T = known[0]
        return made
