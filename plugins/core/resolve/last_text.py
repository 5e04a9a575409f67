"""What was last published of a fact-check, as a text for people that can be read back: `ledger/YYYY/<id>.md`."""

import re

from msgspec import Struct

from plugins.core.resolve.folded import Fields
from plugins.core.resolve.source_fields import digest

_HEAD = "<!-- What readers were last shown. Written by `invoke publish`; do not edit. -->\n\n"
_SOURCE = "source "
_NAME = re.compile(r"^# (.+)$", re.MULTILINE)
_LIKE_A_NAME = re.compile(r"^(\\*# )", re.MULTILINE)
_ESCAPED = re.compile(r"^\\(\\*# )", re.MULTILINE)


class LastText(Struct, frozen=True):
    """The fields of the text, and the sources as shown, by id."""

    text: Fields
    sources: Fields


def written(last: LastText) -> str:
    """Write it down."""
    named = (*last.text, *((_SOURCE + name, text) for name, text in last.sources))
    return _HEAD + "\n".join(f"# {name}\n\n{_escaped(text)}\n" for name, text in named)


def _escaped(text: str) -> str:
    return _LIKE_A_NAME.sub(r"\\\1", text)


def read(content: str) -> LastText:
    """Read it back; of what is no such text, nothing is there."""
    _, *parts = _NAME.split(content)
    fields = [(name, _ESCAPED.sub(r"\1", text).strip()) for name, text in zip(parts[::2], parts[1::2], strict=True)]
    return LastText(
        tuple(one for one in fields if not one[0].startswith(_SOURCE)),
        tuple((name.removeprefix(_SOURCE), text) for name, text in fields if name.startswith(_SOURCE)),
    )


def digest_of(text: Fields) -> str:
    """Digest the fields of a text."""
    return digest("\n".join(f"# {name}\n{value}" for name, value in text))
