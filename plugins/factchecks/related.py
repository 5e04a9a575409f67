"""Which other fact-checks a reader of one may want: those that lean on the same sources, then those of its topics."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.views.cards import Card, card
from plugins.views.numbered import Numbered

SHOWN = 3
"""How many are shown."""


def related(site: Site, check: FactCheck, sources: Numbered) -> tuple[Card, ...]:
    """Give fact-checks in the same language, those that share most sources first."""
    chosen = () if check.pending else tuple(islice(_fitting(site, check, sources), SHOWN))
    return tuple(card(site, one, seldom=True) for one in chosen)


def _fitting(site: Site, check: FactCheck, sources: Numbered) -> Iterator[str]:
    """Give ids, the best first, one by one: the page stands on what it looks at, so it looks at no more than it shows."""
    seen = {check.id, *check.translations}
    for one in _candidates(site, check, sources):
        if one not in seen and site.known_check(one).prefix == check.prefix:
            seen.add(one)
            yield one


def _candidates(site: Site, check: FactCheck, sources: Numbered) -> Iterator[str]:
    users = {cited.id: shown.newest_users for cited, shown in reversed(sources) if cited.uses}
    shared = Counter(chain.from_iterable(users.values()))
    several = [one for one, times in shared.items() if times > 1]  # few: most share one, and need no sorting
    yield from map(site.id_of, sorted(several, key=shared.__getitem__, reverse=True))
    yield from (site.id_of(one) for one, times in shared.items() if times == 1)
    for topic in check.topics:
        yield from site.members(topic)
