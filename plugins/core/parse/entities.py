"""Characters that no copy may hold, written as entities (`&#xE000;`)."""

import re

from plugins.core.parse.notes import Note
from plugins.core.parse.refused import REFUSED, refusal

_NUMERIC = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})(?![0-9a-fA-F])|0*([0-9]{1,7})(?![0-9]));?")


def refused(text: str) -> list[tuple[int, str]]:
    """Give each entity of HTML that stands for such a character: where it begins, and the character."""
    if "&#" not in text:
        return []
    found = [(match.start(), _character(match)) for match in _NUMERIC.finditer(text)]
    return [(offset, character) for offset, character in found if REFUSED.fullmatch(character)]


def note(offset: int, character: str) -> Note:
    """Say so about one of them."""
    return Note("control-character", offset, *refusal(character))


def without_refused(text: str) -> str:
    """Leave them out: the placeholders that stand for marks and pictures are such characters."""
    return _NUMERIC.sub(lambda match: "" if REFUSED.fullmatch(_character(match)) else match[0], text)


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else int(match[2])
    return chr(number) if number < 0x110000 else ""
