"""SVG is a document that can hold script: such a picture is refused."""

import re

_ACTIVE = re.compile(
    rb"<\s*(?:script|foreignObject|iframe|object|embed)\b|\bon[a-z]+\s*=|javascript:|<!ENTITY|<!DOCTYPE[^>]*\[",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    rb"(?:href|src)\s*=\s*[\"']\s*(?:https?:)?//|url\(\s*[\"']?\s*(?:https?:)?//|@import", re.IGNORECASE
)


def fault_of_svg(content: bytes) -> str:
    """Say what is not allowed in an SVG picture; empty when all is."""
    if _ACTIVE.search(content):
        return "This SVG picture holds script or could"
    if _ELSEWHERE.search(content):
        return "This SVG picture loads something from elsewhere"
    return ""
