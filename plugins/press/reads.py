"""Every read of the publication is remembered, as the fact that it stands on."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


class _Noted:
    """The facts that were read since somebody began to watch."""

    def __init__(self) -> None:
        self.facts: set[int] = set()


class Reads:
    """Remembers which facts are read while something is made."""

    lang: str

    def __init__(self, named_facts: Mapping[str, int]) -> None:
        """Name the facts that there are."""
        self.facts = named_facts
        self._reads = _Noted()
        self._made: dict[tuple[str, ...], tuple[Any, tuple[int, ...]]] = {}

    def watched(self, make: Callable[[], T]) -> tuple[T, tuple[int, ...]]:
        """Make something, and give the facts that it stands on."""
        before, self._reads.facts = self._reads.facts, set()
        try:
            return make(), tuple(self._reads.facts)
        finally:
            self._reads.facts = before

    def once(self, part: tuple[str, ...], make: Callable[[], T]) -> T:
        """Make a part that many views share (a source, a card) when it is first asked for, and keep it."""
        key = (self.lang, *part)
        known = self._made.get(key)
        if known is None:
            known = self._made[key] = self.watched(make)
        self._reads.facts.update(known[1])
        made: T = known[0]
        return made

    def _note(self, name: str) -> None:
        self._reads.facts.add(self.facts[name])
