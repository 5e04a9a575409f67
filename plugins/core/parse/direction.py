"""Invisible signs that turn the direction of text (Unicode Standard Annex 9) and the signs that end them."""

import re
from collections.abc import Iterator

SIGNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""The embeddings, overrides and isolates, and what ends them."""
_ISOLATES, _END_OF_ISOLATE, _END = frozenset("\u2066\u2067\u2068"), "\u2069", "\u202c"


def unbalanced(line: str) -> Iterator[tuple[int, str, str]]:
    """Give each sign that has no counterpart on its line: where it stands, what is wrong, the way out."""
    began: list[tuple[int, str]] = []
    for match in SIGNS.finditer(line):
        sign = match[0]
        if sign not in {_END, _END_OF_ISOLATE}:
            began.append((match.start(), sign))
        elif not _ended(began, sign):
            message = f"An invisible sign here ({_named(sign)}) ends a turn of the text's direction that did not begin on this line."
            yield match.start(), message, "delete it; it often comes along when text is pasted"
    for offset, sign in began:
        end = _named(_END_OF_ISOLATE if sign in _ISOLATES else _END)
        message = f"An invisible sign here ({_named(sign)}) turns the direction of the text, and nothing on this line ends that."
        yield (
            offset,
            message,
            f"delete it, or put {end} behind what it is for; it often comes along when text is pasted",
        )


def _ended(began: list[tuple[int, str]], end: str) -> bool:
    """Take off what a sign ends, if there is anything: an isolate ends with all that began in it."""
    if end == _END_OF_ISOLATE:
        first = max((index for index, (_, sign) in enumerate(began) if sign in _ISOLATES), default=None)
    else:
        first = len(began) - 1 if began and began[-1][1] not in _ISOLATES else None
    if first is None:
        return False
    del began[first:]
    return True


def _named(sign: str) -> str:
    return f"U+{ord(sign):04X}"
