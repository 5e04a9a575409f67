"""Which other fact-checks a reader of one may want: those that lean on the same sources, then those of its topics."""

from collections import Counter

from plugins.core.resolve.publication import FactCheck
from plugins.press.site import Site
from plugins.views.cards import Card, card

SHOWN = 3
"""How many are shown."""
_LOOKED_AT = 40
"""Of the fact-checks that use a source so many of the newest are looked at: everybody uses some sources."""


def related(site: Site, check: FactCheck) -> tuple[Card, ...]:
    """Give fact-checks in the same language, those that share most sources first, the newest of equals."""
    if check.pending:
        return ()
    shared: Counter[str] = Counter()
    for cited in check.brief.cited.split():
        shared.update(site.users(cited.partition(":")[0])[:_LOOKED_AT])
    del shared[check.id]
    others = {one: site.known_check(one) for one in shared}
    fitting = [one for one, other in others.items() if other.prefix == check.prefix and one not in check.translations]
    best = sorted(fitting, key=lambda one: (-shared[one], others[one].topics != check.topics, fitting.index(one)))
    chosen = best[:SHOWN]
    for topic in check.topics if len(chosen) < SHOWN else ():
        same = (one for one in site.members(topic) if one != check.id and one not in chosen)
        chosen += [one for one, _ in zip(same, range(SHOWN - len(chosen)), strict=False)]
    return tuple(card(site, one) for one in chosen)
