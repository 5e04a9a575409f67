"""Those who write and edit here, as pages name them."""

from collections.abc import Iterable

from msgspec import Struct

from plugins.core import addresses
from plugins.press.site import Site

_PLACE = "\0"
"""Stands for a name where a list is made; no name holds it."""


class Name(Struct, frozen=True):
    """A name in a list of them, and what the language puts before it: “, ” or “ and ”."""

    before: str
    href: str
    text: str


def names(site: Site, people: Iterable[str]) -> tuple[Name, ...]:
    """Link people by their ids; one whom publication.yaml does not know is left out."""
    return site.once(_names, *people)


def _names(site: Site, *people: str) -> tuple[Name, ...]:
    known = site.masthead.people
    there = [one for one in dict.fromkeys(people) if one in known]
    between = site.words.listed([_PLACE] * len(there)).split(_PLACE)
    return tuple(
        Name(before, site.at(addresses.person(one)), known[one].name)
        for one, before in zip(there, between, strict=False)
    )
