"""Whose texts the publication leans on: the sources in use, by the publisher or agency whose words they carry."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from plugins.core.model.source import Source
from plugins.core.resolve.independence import author_of

Uses = Mapping[str, tuple[str, ...]]
"""Source → the ids of the fact-checks that cite it."""

NEWEST = 10
"""How many of the fact-checks that lean on a publisher its page shows: all of them stand behind its sources."""


class Users(Struct, frozen=True, array_like=True):
    """The fact-checks that cite some sources: how many, and the ids of the newest."""

    count: int = 0
    newest: tuple[str, ...] = ()


class Texts(Struct, frozen=True, array_like=True):
    """What fact-checks lean on of one publisher: sources, those that most of them cite first, and who cites them."""

    own: tuple[str, ...] = ()
    """With its own words, wherever they stand: by these independence is counted."""
    carried: tuple[str, ...] = ()
    """With words of others that stand at its addresses."""
    own_users: Users = Users()
    carried_users: Users = Users()


class Share(Struct, frozen=True, array_like=True):
    """How much fact-checks lean on one publisher: numbers of sources, and of the fact-checks that cite them."""

    name: str
    """The id of one that `publishers.yaml` knows; of any other its name."""
    own: int
    carried: int
    own_users: int
    carried_users: int


class Origins(Struct, frozen=True):
    """The texts of each publisher that `publishers.yaml` knows, by id, and of each other one, by name."""

    known: dict[str, Texts] = {}
    others: dict[str, Texts] = {}

    def shares(self) -> tuple[tuple[Share, ...], tuple[Share, ...]]:
        """Count the texts of those that are known, and of the others."""
        return _shares(self.known), _shares(self.others)


def in_order_of_use(uses: Uses, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Give the sources in use that have a record: those that most fact-checks cite first, then by publisher."""
    ranked = ((-len(users), sources[one].publisher.casefold(), one) for one, users in uses.items() if one in sources)
    return tuple(one for *_, one in sorted(ranked))


def origins_of(
    in_use: Iterable[str],
    sources: Mapping[str, Source],
    publisher_of: Mapping[str, str],
    uses: Uses,
    newest_first: Iterable[str],
) -> Origins:
    """Group the sources in use, given in order, with the fact-checks that cite them, of which the order is given too."""
    own: dict[tuple[bool, str], list[str]] = defaultdict(list)
    carried: dict[tuple[bool, str], list[str]] = defaultdict(list)
    for source_id in in_use:
        source = sources[source_id]
        here, whose = _holder(source.publisher, publisher_of), _holder(author_of(source), publisher_of)
        own[whose].append(source_id)
        if here != whose:
            carried[here].append(source_id)
    rank = {factcheck_id: place for place, factcheck_id in enumerate(newest_first)}

    def users(source_ids: list[str]) -> Users:
        newest = sorted(set().union(*(uses[one][:NEWEST] for one in source_ids)), key=rank.__getitem__)
        return Users(len(set().union(*(uses[one] for one in source_ids))), tuple(newest[:NEWEST]))

    texts = {
        holder: Texts(tuple(own[holder]), tuple(carried[holder]), users(own[holder]), users(carried[holder]))
        for holder in sorted(own.keys() | carried.keys())
    }
    return Origins(
        {name: one for (known, name), one in texts.items() if known},
        {name: one for (known, name), one in texts.items() if not known},
    )


def _shares(texts: Mapping[str, Texts]) -> tuple[Share, ...]:
    return tuple(
        Share(name, len(one.own), len(one.carried), one.own_users.count, one.carried_users.count)
        for name, one in texts.items()
    )


def _holder(name: str, publisher_of: Mapping[str, str]) -> tuple[bool, str]:
    """Tell a publisher by its id, and one that is not known by its name."""
    known = publisher_of.get(name)
    return (True, known) if known is not None else (False, name)
