"""SVG is a document that can hold script: such a picture is refused."""

import re
from html import unescape

_ACTIVE = re.compile(
    r"<\s*(?:[\w.-]+:)?(?:script|foreignObject|iframe|object|embed)\b|\bon[a-z]+\s*=|javascript:|data:text"
    r"|<!ENTITY|<!DOCTYPE[^>]*\[",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:href|src)\s*=\s*[\"']\s*(?:https?:)?//|url\(\s*[\"']?\s*(?:https?:)?//|@import|<\?xml-stylesheet",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[\t\n\r]")


def fault_of_svg(content: bytes) -> str:
    """Say what is not allowed in an SVG picture; empty when all is."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "This SVG picture holds script or could"  # browsers read other encodings, this check does not
    shown = unescape(text)
    if _ACTIVE.search(shown) or _ACTIVE.search(_BLANKS.sub("", shown)):
        return "This SVG picture holds script or could"
    if _ELSEWHERE.search(shown):
        return "This SVG picture loads something from elsewhere"
    return ""
