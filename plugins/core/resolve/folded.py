"""What a reader sees of a fact-check as plain text, field by field: the text that the ledger knows.

White space is folded, marks are the sources they stand for. So a rewrapped line, fields in another order, other
numbers for the same sources are no edits; a changed word is one.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape

from plugins.core.anchors import (
    CARD_CLOSE,
    CARD_OPEN,
    MARK_CLOSE,
    MARK_OPEN,
    PICTURE_CLOSE,
    PICTURE_OPEN,
)
from plugins.core.model.factcheck import Claim, Contact, Header
from plugins.core.resolve.citations import Citation, CitedSource, CitedText

Fields = tuple[tuple[str, str], ...]
"""Name and text of each field that holds something, in the order of the page: `claims.tariff-free-85.because`."""
Plain = Callable[[str], str]
"""Gives a text that holds citations by its name as plain text; nothing when there is none."""

_PLACE = re.compile(f"{MARK_OPEN}([0-9]+){MARK_CLOSE}")
_TAG = re.compile(r'<(/?[a-z0-9]+)((?: [^">]*(?:"[^"]*"[^">]*)*)?)>')
_BLANK_LINES = re.compile(r"\n\n\n+")  # found eight times as fast as `\n{3,}`
_ALONE = frozenset({">", ":", "-"})
_SIGN_ALONE = re.compile(r"^([>:-])\n+", re.MULTILINE)
_HREF = re.compile(r' href="((?:https?|mailto):[^"]*)"')
_ALT, _SRC = re.compile(r' alt="([^"]*)"'), re.compile(f' src="{PICTURE_OPEN}([^"]*){PICTURE_CLOSE}"')
_INLINE = {
    **dict.fromkeys(("em", "i"), "*"), **dict.fromkeys(("strong", "b"), "**"), **dict.fromkeys(("del", "s"), "~~"),
    **dict.fromkeys(("code", "kbd", "samp"), "`"), "sup": "^", "sub": "~", "mark": "==", "q": '"',
    **dict.fromkeys(("thead", "tbody", "span", "small", "abbr", "cite", "time", "a", "img", "input"), ""),
}  # fmt: skip
"""Element → the sign on both sides of it; what is not here begins on a line of its own."""
_OPEN = {f"h{level}": f"\n\n{'#' * level} " for level in range(1, 7)} | {
    "li": "\n- ", "dd": "\n: ", "blockquote": "\n\n> ", "hr": "\n\n---\n\n", "tr": "\n", "td": " | ", "th": " | ",
    "br": "\n",
}  # fmt: skip
_CLOSE = {"td": "", "th": "", "tr": " |", "li": "", "dt": "", "dd": ""}
_TELLING = frozenset({"a", "img", "input"})
"""Elements with attributes that are shown."""


def folded(header: Header, texts: dict[str, CitedText], sources: tuple[CitedSource, ...]) -> Fields:
    """Give the fields of a fact-check: its header, its texts by field, its numbered sources."""
    return _fields(header, lambda name: plain_lines(texts[name]) if name in texts else "", sources)


def loose(header: Header, texts: dict[str, CitedText], sources: tuple[CitedSource, ...]) -> Fields:
    """Give the same fields with their white space as it comes, for what folds it itself: a digest of them."""
    return _fields(header, lambda name: _flat(texts[name]).strip() if name in texts else "", sources)


def _fields(header: Header, plain: Plain, sources: tuple[CitedSource, ...]) -> Fields:
    claims = (one for place, claim in enumerate(header.claims) for one in _claim(claim, place, plain))
    gaps = (one for place in range(len(header.not_found)) for one in _gap(header, place, plain))
    named = (*_top(header, plain), *claims, ("body", plain("body")), *gaps, *_about(header, sources))
    return tuple((name, text) for name, text in named if text)


def _top(header: Header, plain: Plain) -> Iterator[tuple[str, str]]:
    yield "title", _line(header.title)
    yield "published", header.published
    yield "as_of", header.as_of or ""
    yield "authors", ", ".join(header.authors)
    yield "edited_by", ", ".join(header.edited_by)
    yield "translation_of", header.translation_of or ""
    yield "translated", header.translated or ""
    yield "bottom_line", plain("bottom_line")
    yield "summary", _line(header.summary)
    if header.image:
        for part in ("file", "alt", "caption", "credit"):
            yield f"image.{part}", _line(getattr(header.image, part))


def _claim(claim: Claim, place: int, plain: Plain) -> Iterator[tuple[str, str]]:
    name = f"claims.{claim.id}"
    yield f"{name}.text", _line(claim.text)
    yield f"{name}.words", _line(claim.words)
    yield f"{name}.translation", _line(claim.translation)
    yield f"{name}.claimant", _line(", ".join(filter(None, (claim.claimant.shown, claim.claimant.role))))
    yield f"{name}.said", claim.said or ""
    yield f"{name}.where", ", ".join(claim.where)
    yield f"{name}.verdict", claim.verdict
    yield f"{name}.because", plain(f"claims.{place}.because")
    yield f"{name}.contacted", "\n".join(map(_contact, claim.contacted))


def _contact(contact: Contact) -> str:
    return _line(f"{contact.who}, {contact.date}: {contact.reply}")


def _gap(header: Header, place: int, plain: Plain) -> Iterator[tuple[str, str]]:
    searched = header.not_found[place].searched
    uses = {str(number): use.source for number, use in header.uses.items()}
    yield f"not_found.{place}.text", plain(f"not_found.{place}.text")
    yield f"not_found.{place}.searched", ", ".join(uses.get(one, one) for one in searched)


def _about(header: Header, sources: tuple[CitedSource, ...]) -> Iterator[tuple[str, str]]:
    yield "why_checked", _line(header.why_checked)
    yield "disclosure", _line(header.disclosure)
    if header.withdrawn:
        yield "withdrawn.date", header.withdrawn.date
        yield "withdrawn.why", _line(header.withdrawn.why)
        yield "withdrawn.replaced_by", header.withdrawn.replaced_by or ""
    parts = ((one.id, one.use.stance or "", "primary" if one.use.primary else "") for one in sources)
    yield "sources", "\n".join(sorted(" ".join(filter(None, part)) for part in parts))
    yield "also_consulted", "\n".join(sorted(header.also_consulted))


def _line(text: str) -> str:
    return " ".join(text.split())


def plain_lines(text: CitedText) -> str:
    """Give HTML with its citations as plain text: a line for each block, a sign for what is set apart."""
    lines = [" ".join(line.split()) for line in _flat(text).split("\n")]
    plain = _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()
    return plain if _ALONE.isdisjoint(lines) else _SIGN_ALONE.sub(r"\1 ", plain)


def _flat(text: CitedText) -> str:
    """Give the same before its white space is folded; nothing is done to it after that but to its white space."""
    flat = text.html.replace("\n", " ")
    if MARK_OPEN in flat:
        pieces = _PLACE.split(flat)
        pieces[1::2] = [_cited(text.groups[int(group)]) for group in pieces[1::2]]
        flat = "".join(pieces)
    if "<" in flat:
        pieces = _TAG.split(flat)
        names, attributes = pieces[1::3], pieces[2::3]
        pieces[1::3], pieces[2::3] = map(_sign, names), _told(names, attributes)
        flat = "".join(pieces)
    if CARD_OPEN in flat:
        flat = flat.replace(CARD_OPEN, "\n\n![source:").replace(CARD_CLOSE, "]\n\n")
    return unescape(flat)


@cache
def _sign(name: str) -> str:
    """Give the sign for the beginning of an element (`li`) or for its end (`/li`)."""
    element = name.removeprefix("/")
    if element in _INLINE:
        return _INLINE[element]
    return _OPEN.get(name, "\n\n") if name == element else _CLOSE.get(element, "\n")


def _told(names: list[str], attributes: list[str]) -> list[str]:
    """Give for each tag what attributes tell: a picture, a box to tick; where a link leads, at its end."""
    told = [""] * len(names)
    links: list[str] = []
    for place, name in enumerate(names) if not _TELLING.isdisjoint(names) else ():
        if name == "a":
            links.append(_leads_to(attributes[place]))
        elif name == "/a" and links:
            told[place] = links.pop()
        elif name in _TELLING:
            told[place] = _alone(name, attributes[place])
    return told


def _cited(citations: tuple[Citation, ...]) -> str:
    """Name the sources of a group of marks, in an order that does not hang on their numbers."""
    if len(citations) == 1 and not citations[0].quote:  # as most are
        return f" [{citations[0].source}]"
    names = sorted(f"{one.source}:{one.quote}" if one.quote else one.source for one in citations)
    return f" [{', '.join(names)}]" if names else ""


def _leads_to(attributes: str) -> str:
    """Tell where a link leads, if out of the site: what it leads to is evidence."""
    href = _HREF.search(attributes)
    return f" ({href[1]})" if href else ""


def _alone(name: str, attributes: str) -> str:
    """Show what stands for itself: a picture, a box to tick."""
    if name == "input":
        return "[x] " if " checked" in attributes else "[ ] "
    alt, src = _ALT.search(attributes), _SRC.search(attributes)
    return f"![{alt[1] if alt else ''}]({src[1] if src else ''})"
