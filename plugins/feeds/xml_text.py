"""Text, in UTF-8 → how XML has it: `moulds.py` puts it where lxml has written a place. All but full texts are as lxml writes them."""

import re

_CONTROLS = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)))
_NO_CHARACTERS = re.compile(b"\xef\xbf[\xbe\xbf]")  # U+FFFE and U+FFFF


def sound(text: bytes) -> bytes:
    """Give a text that XML can hold; any other is a `ValueError`.

    It refuses what lxml does: control characters, U+FFFE and U+FFFF; halves of surrogate pairs never came to be UTF-8. The
    copy holds none of these, since the intake refuses them first.
    """
    unsound = len(text.translate(None, _CONTROLS)) < len(text)
    if unsound or (b"\xef" in text and _NO_CHARACTERS.search(text)):
        raise ValueError("XML cannot hold a control character")
    return text


def plain(text: bytes) -> bytes:
    """Write a text between tags."""
    escaped = text.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
    return escaped.replace(b"\r", b"&#13;")


def attribute(text: bytes) -> bytes:
    """Write a text as the value of an attribute."""
    return plain(text).replace(b'"', b"&quot;").replace(b"\n", b"&#10;").replace(b"\t", b"&#9;")


def title(text: bytes) -> bytes:
    """Write a title as the RSS profile wants it where text is no HTML: `&` and `<` as hexadecimal references."""
    return plain(text).replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")


def full_text(html: bytes) -> bytes:
    """Write a full text between tags, as it is in a CDATA section (XML 1.0, 2.7): a tenth shorter than escaped, and sooner written.

    A section ends at `]]>`, so there it is cut in two; and whoever reads it takes CR for a line end, so a text with one is escaped.
    """
    if b"\r" in html:
        return plain(html)
    return b"<![CDATA[%b]]>" % html.replace(b"]]>", b"]]]]><![CDATA[>")
