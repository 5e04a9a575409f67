"""Text → how XML has it, as lxml writes it: `moulds.py` puts it where lxml has written a place."""

import re
from functools import lru_cache

_RECENT = 256
"""The full texts of so many entries are kept as XML: feeds made one after the other share them."""
_CONTROLS = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)))
_NO_CHARACTERS = re.compile(b"\xef\xbf[\xbe\xbf]")  # U+FFFE and U+FFFF


def sound(text: str) -> bytes:
    """Encode a text that XML can hold; of any other nothing is written.

    lxml would refuse the same: control characters, U+FFFE and U+FFFF (`ValueError`), half a surrogate pair (`UnicodeEncodeError`).
    The copy holds none of them, since the intake refuses them first.
    """
    encoded = text.encode()
    unsound = len(encoded.translate(None, _CONTROLS)) < len(encoded)
    if unsound or (b"\xef" in encoded and _NO_CHARACTERS.search(encoded)):
        raise ValueError("XML cannot hold a control character")
    return encoded


def plain(text: str) -> bytes:
    """Write a text between tags."""
    return _escaped(text.encode())


def attribute(text: str) -> bytes:
    """Write a text as the value of an attribute."""
    return plain(text).replace(b'"', b"&quot;").replace(b"\n", b"&#10;").replace(b"\t", b"&#9;")


def title(text: str) -> bytes:
    """Write a title as the RSS profile wants it where text is no HTML: `&` and `<` as hexadecimal references."""
    return plain(text).replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")


@lru_cache(maxsize=_RECENT)
def full_text(html: str) -> bytes:
    """Write the full text of an entry between tags."""
    return _escaped(sound(html))


def _escaped(encoded: bytes) -> bytes:
    escaped = encoded.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
    return escaped.replace(b"\r", b"&#13;")
