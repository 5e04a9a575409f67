"""The HTML that copy may hold: which elements, which attributes. Read strictly, refused at its place."""

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

ELEMENTS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "figure",
            "figcaption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "sub",
            "sup",
            "kbd",
            "samp",
            "mark",
            "summary",
            "div",
            "span",
            "cite",
            "small",
            "em",
            "strong",
            "b",
            "i",
            "s",
            "u",
            "del",
            "ins",
            "p",
            "blockquote",
            "ul",
            "li",
            "dl",
            "dt",
            "dd",
            "code",
            "pre",
            "br",
            "hr",
            "wbr",
            "caption",
            "table",
        ),
        frozenset[str](),
    ),
    "ol": frozenset({"start", "reversed"}),
    "colgroup": frozenset({"span"}),
    "col": frozenset({"span"}),
    "th": frozenset({"colspan", "rowspan", "scope", "headers"}),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "abbr": frozenset({"title"}),
    "details": frozenset({"open"}),
    "q": frozenset({"cite"}),
    "time": frozenset({"datetime"}),
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
}
"""Element → its own attributes that are allowed."""

GLOBAL = frozenset({"id", "lang", "dir", "title"})
VOID = frozenset({"br", "hr", "wbr", "col", "img"})
LITERAL = frozenset({"code", "kbd", "samp", "pre"})
"""Elements in whose text brackets are not marks."""

_NAME = r"[a-zA-Z][a-zA-Z0-9-]*"
_ATTRIBUTE = r"""\s+[a-zA-Z_:][a-zA-Z0-9_.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
_TOKEN = re.compile(rf"<!--.*?-->|<(?P<close>/?)(?P<name>{_NAME})(?P<rest>(?:{_ATTRIBUTE})*)\s*/?>|<", re.DOTALL)
_PAIR = re.compile(r"""([a-zA-Z_:][a-zA-Z0-9_.:-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")


class Token(Struct, frozen=True):
    """A piece of raw HTML: a tag (`name`), or text (`name` empty); `offset` counts from the fragment's start."""

    offset: int
    typed: str
    name: str = ""
    closing: bool = False
    attributes: dict[str, str] = {}
    broken: bool = False


def tokens(fragment: str) -> Iterator[Token]:
    """Cut a fragment into tags and text; comments are left out."""
    position = 0
    for match in _TOKEN.finditer(fragment):
        if match.start() > position:
            yield Token(position, fragment[position : match.start()])
        position = match.end()
        if match["name"]:
            pairs = _PAIR.findall(match["rest"] or "")
            attributes = {name.lower(): unescape(value.strip("\"'")) for name, value in pairs}
            yield Token(match.start(), match[0], match["name"].lower(), bool(match["close"]), attributes)
        elif match[0] == "<":
            yield Token(match.start(), "<", broken=True)
    if position < len(fragment):
        yield Token(position, fragment[position:])


def fault_of(token: Token) -> str:
    """Say what is not allowed about a tag; empty when all is."""
    if token.broken:
        return "This `<` begins no complete tag"
    allowed = ELEMENTS.get(token.name)
    if allowed is None:
        return f"The HTML element `<{token.name}>` is not allowed"
    refused = sorted(token.attributes.keys() - allowed - GLOBAL)
    if refused:
        return f"The attribute `{refused[0]}` is not allowed on `<{token.name}>`"
    return ""
