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
_TAG = re.compile(rf"<(?P<close>/?)(?P<name>{_NAME})(?P<rest>(?:{_ATTRIBUTE})*+)\s*/?>", re.DOTALL)
_PAIR = re.compile(r"""([a-zA-Z_:][a-zA-Z0-9_.:-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_COMMENT, _COMMENT_END = "<!--", "-->"


class Token(Struct, frozen=True):
    """A piece of raw HTML: a tag (`name`), or text (`name` empty); `offset` counts from the fragment's start."""

    offset: int
    typed: str
    name: str = ""
    closing: bool = False
    attributes: dict[str, str] = {}
    broken: bool = False


def tokens(fragment: str) -> Iterator[Token]:
    """Cut a fragment into tags and text; comments are left out, but for the `<` of one that is never closed."""
    position, last_end = 0, fragment.rfind(_COMMENT_END)
    while (start := fragment.find("<", position)) >= 0:
        if start > position:
            yield Token(position, fragment[position:start])
        if fragment.startswith(_COMMENT, start) and last_end >= start + len(_COMMENT):
            position = fragment.index(_COMMENT_END, start + len(_COMMENT)) + len(_COMMENT_END)
            continue
        token = _token(fragment, start)
        yield token
        position = start + len(token.typed)
        if fragment.startswith(_COMMENT, start):
            break
    if position < len(fragment):
        yield Token(position, fragment[position:])


def _token(fragment: str, start: int) -> Token:
    match = _TAG.match(fragment, start)
    if match is None:
        return Token(start, "<", broken=True)
    attributes = {name.lower(): unescape(value.strip("\"'")) for name, value in _PAIR.findall(match["rest"])}
    return Token(start, match[0], match["name"].lower(), bool(match["close"]), attributes)


def refused_attribute(token: Token) -> str:
    """Name an attribute that is not allowed on an allowed element; empty when all are."""
    refused = token.attributes.keys() - ELEMENTS[token.name] - GLOBAL
    return min(refused, default="")
