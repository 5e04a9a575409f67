"""Moulds: feedgen and lxml write a blank, and every feed and entry with the same parts is that with texts of its own.

Which elements there are, in what order, how they are named and indented is the same for thousands of feeds; and an entry
holds 12 kB of full text, which lxml would escape anew for each feed that it stands in; it goes into a CDATA section instead.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain

from msgspec import Struct

from plugins.core import anchors
from plugins.feeds import xml_text
from plugins.feeds.blanks import There, blank_entry, blank_feed, texts_of_entry, texts_of_feed
from plugins.feeds.moments import EMPTY
from plugins.feeds.view import Entry, Feed

Way = Callable[[bytes], bytes]
"""How a text is written in some place."""
_PLACE = re.compile(f"{anchors.TEXT_OPEN}([0-9]+){anchors.TEXT_CLOSE}".encode())
_ENTRY = re.compile(rb" *<(item|entry)>.*</\1>\n", re.DOTALL)
_ANY_FEED, _ANY_ENTRY = (True,) * 14, (True,) * 7


class Form(Struct, frozen=True):
    """RSS or Atom: what writes a blank, how titles are written, and the moments of a feed and of an entry."""

    write: Callable[[Feed], bytes]
    title: Way
    moment: Callable[[str], str]
    moments: Callable[[Entry], tuple[str, str]]


class Mould(Struct, frozen=True):
    """What was written of a blank: bytes, then each place (which text, how to write it) with the bytes that follow."""

    start: bytes
    places: tuple[tuple[int, Way, bytes], ...]

    def filled(self, texts: Sequence[bytes]) -> Iterator[bytes]:
        """Put texts into the places; gives the pieces."""
        yield self.start
        for number, way, after in self.places:
            yield way(texts[number])
            yield after


def written(feed: Feed, form: Form) -> bytes:
    """Write a feed."""
    texts = texts_of_feed(feed, form.moment(feed.updated or EMPTY))
    xml_text.sound(b"".join(texts))
    before, after = _frame(form, tuple(map(bool, texts)))
    entries = chain.from_iterable(_entry(entry, form) for entry in feed.entries)
    return b"".join((*before.filled(texts), *entries, after))


def _entry(entry: Entry, form: Form) -> Iterator[bytes]:
    texts = texts_of_entry(entry, form.moments(entry))
    xml_text.sound(b"".join(texts[1:]))  # the first is the full text, which was looked at when it was made
    mould = _mould(form, tuple(map(bool, texts)), len(entry.authors), len(entry.categories))
    return mould.filled(texts)


@cache
def _frame(form: Form, there: There) -> tuple[Mould, bytes]:
    """Give what stands before the entries of such a feed, and what after them."""
    before, _, after = _cut(form.write(blank_feed(there, blank_entry(_ANY_ENTRY, 0, 0))))
    return _poured(before, form), after


@cache
def _mould(form: Form, there: There, authors: int, categories: int) -> Mould:
    """Give the mould of such an entry."""
    entry = blank_entry(there, authors, categories)
    return _poured(_cut(form.write(blank_feed(_ANY_FEED, entry)))[1], form)


def _cut(blank: bytes) -> tuple[bytes, bytes, bytes]:
    """Cut a blank before and after its entry."""
    entry = _ENTRY.search(blank)
    assert entry is not None
    return blank[: entry.start()], entry[0], blank[entry.end() :]


def _poured(blank: bytes, form: Form) -> Mould:
    start, *more = _PLACE.split(blank)
    numbers, afters = map(int, more[::2]), more[1::2]
    ways = (_way(before, form) for before in (start, *afters[:-1]))
    return Mould(start, tuple(zip(numbers, ways, afters, strict=True)))


def _way(before: bytes, form: Form) -> Way:
    """Tell how a text is written, from what stands before its place."""
    if before.endswith(b'="'):
        return xml_text.attribute
    if before.endswith(b"<title>"):
        return form.title
    if before.endswith((b"<content:encoded>", b'<content type="html">')):
        return xml_text.full_text
    return xml_text.plain
