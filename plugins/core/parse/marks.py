"""What a mark looks like: the only statement of the citation grammar's characters.

Where marks may stand is Markdown's affair (`prose.py`); this module reads the brackets themselves.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

LONGEST_RANGE = 10

_NUMBER = r"[1-9][0-9]{0,2}"
_DASH = "[-\u2010-\u2013]"
_ITEM = rf"{_NUMBER}(?:{_DASH}{_NUMBER}|:[a-z0-9-]+)?"
_ITEMS = rf"{_ITEM}(?:[,;] ?{_ITEM})*\]"
MARK = re.compile(rf"\[{_ITEMS}")
"""One mark as typed, brackets included."""

_ALMOST = (
    r"[\s,;]*\d{1,3}(?:[\s,;\u2010-\u2013-]+\d{1,3})*[\s,;\u2010-\u2013-]*\]"
    rf"|{_NUMBER}: ?[A-Za-z0-9_-]*\]"
)
_WIDE = r"[\u3010\uff3b]\d{1,3}(?:[,;:\u2010-\u2013\u2020-][^\u3010\u3011\uff3b\uff3d\n]{0,80})?[\u3011\uff3d]"
ALMOST = re.compile(rf"\[(?:{_ALMOST})|{_WIDE}")
"""Digits and separators in brackets (wide ones too), or a number with what is no quote: it looks like a mark."""

_CANDIDATE = re.compile(rf"\[(?:({_ITEMS})|{_ALMOST})")
_WIDE_CANDIDATE = re.compile(f"{_CANDIDATE.pattern}|{_WIDE}")

_LABEL_ITEM = rf"{_NUMBER}(?:{_DASH}{_NUMBER}|:[a-zA-Z0-9-]+)?"
_CONTAINERS = r"(?:[ \t>]|[-*+:][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]\n]+\]:)*"
DEFINITION = re.compile(
    rf"^{_CONTAINERS}(\[\s*{_LABEL_ITEM}(?:[,;]\s*{_LABEL_ITEM})*\s*\]):",
    re.MULTILINE,
)
"""A line that CommonMark may take for a link definition, its label being read as a mark: capitals and blanks aside."""

BETWEEN = re.compile("[ \t\u00a0\u2009\u202f]*")
"""What may stand between two marks of one group (and one line break)."""

_RANGE = re.compile(rf"({_NUMBER}){_DASH}({_NUMBER})")
_SEPARATOR = re.compile(r"[,;] ?")
_LEADING_ZERO = re.compile(r"(?<![0-9])0")


class Item(Struct, frozen=True, array_like=True):
    """One number of a mark, with the quote it points to, if any."""

    number: int
    quote: str = ""


class Mark(Struct, frozen=True, array_like=True):
    """One mark as typed: where it stands in its text (code points) and what it asks for."""

    offset: int
    typed: str
    items: tuple[Item, ...]


@lru_cache(maxsize=1000)
def read_items(typed: str) -> tuple[tuple[Item, ...], str]:
    """Read the items of a mark; the second value names the range that is bad, if one is."""
    if typed[1:-1].isdigit():
        return (Item(int(typed[1:-1])),), ""
    items: list[Item] = []
    for part in _SEPARATOR.split(typed[1:-1]):
        span = _RANGE.fullmatch(part)
        if span:
            first, last = int(span[1]), int(span[2])
            if not first < last < first + LONGEST_RANGE:
                return tuple(items), part
            items.extend(Item(number) for number in range(first, last + 1))
        else:
            number, _, quote = part.partition(":")
            items.append(Item(int(number), quote))
    return tuple(items), ""


def candidates(text: str) -> Iterator[re.Match[str]]:
    """Find what is a mark (it has a first group) or looks like one."""
    wide = "\u3010" in text or "\uff3b" in text
    return (_WIDE_CANDIDATE if wide else _CANDIDATE).finditer(text)  # one first character is found much faster


def looks_like_a_mark(typed: str) -> bool:
    """Tell whether bracketed text that is no mark was probably meant as one (row 6 of the grammar)."""
    return ALMOST.fullmatch(typed) is not None and not MARK.fullmatch(typed) and not _LEADING_ZERO.search(typed)
