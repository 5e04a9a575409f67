"""What a rule of feeds is, and what it finds."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from plugins.audit.body import Body
from plugins.audit.feed import Feed

AGAIN = "build again with `invoke build --full`; if that does not help, it is a bug of Plumbline: please tell us"


class Found(Struct, frozen=True):
    """A place that breaks a rule: what to name in its sentence, and the line in the file."""

    what: str
    line: int = 1


class Seen(Struct, frozen=True):
    """A feed, and the full text of each of its entries taken apart."""

    feed: Feed
    bodies: tuple[Body, ...]


class Rule(Struct, frozen=True):
    """A rule: its name (the W3C's, where its validator has the rule), its sentence, its way out, and what finds it.

    In the sentence `{}` stands for what was found.
    """

    name: str
    sentence: str
    find: Callable[[Seen], Iterator[Found]]
    fix: str = AGAIN
