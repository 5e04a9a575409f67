"""HTML from the Markdown library → HTML that a page can carry: sanitised, with anchors and places.

Only allow-listed HTML reaches this point (`walk` noted the rest); nh3 makes sure of it all the same.
The patterns below read nh3's own output, in which attributes are double-quoted and `<` begins a tag.
"""

import re
from html import unescape
from itertools import count

import nh3
from msgspec import Struct

from plugins.core.anchors import (
    CARD_CLOSE,
    CARD_OPEN,
    FOOTNOTE,
    FOOTNOTE_REF,
    MARK_CLOSE,
    MARK_OPEN,
    OURS,
    PAGE_IDS,
    PICTURE_CLOSE,
    PICTURE_OPEN,
    ROOT,
)
from plugins.core.parse.raw_html import ELEMENTS, GLOBAL

_PARSER_MADE = {
    "h1": set(), "h2": set(), "h3": set(), "h4": set(), "h5": set(), "h6": set(),
    "input": {"type", "checked", "disabled"},
}  # fmt: skip
_CLEANER = nh3.Cleaner(
    tags=set(ELEMENTS) | set(_PARSER_MADE),
    attributes={
        **{name: set(own) for name, own in ELEMENTS.items()},
        **_PARSER_MADE,
        "*": set(GLOBAL) | {"role", "class"},
    },
    url_schemes={"http", "https", "mailto", "source"},
    link_rel=None,
)

_NEXT = rf"(?:(?:[ \t\n\u00a0\u2009\u202f]|&nbsp;)*\[{MARK_OPEN}{MARK_CLOSE} ?\])*"
_PLACE = re.compile(rf"\[{MARK_OPEN}([0-9]+){MARK_CLOSE} ?\]{_NEXT}")
"""Where a group of marks stands: the first in its brackets, then the others."""

_ALIGNED = re.compile(r'<(t[hd]) style="text-align: (left|center|right)">')
_NOTE_REF = re.compile(r'<sup class="footnote-reference"><a href="#([^"]*)">([0-9]+)</a></sup>')
_NOTE = re.compile(
    r'<div class="footnote-definition" id="([^"]*)"><sup class="footnote-definition-label">([0-9]+)</sup>'
)
_NO_WORD = re.compile(r"[^\w\s-]")
_LABEL = re.compile(r"[\w-]+")
_HEADING = re.compile(r"<h([1-6])((?: [a-z]+=\"[^\"]*\")*)>(.*?)</h\1>", re.DOTALL)
_ELEMENT = re.compile(r"<([a-z]+)")
_TAG = re.compile(r"<[^>]*>")
_GIVEN_ID = re.compile(r' id="([^"]*)"')
_ID = re.compile(r'<[a-z0-9]+(?: [a-z-]+="[^"]*")*? id="([^"]*)"')
_CARD = re.compile(r'<p><img src="source:([^"]*)"[^>]*></p>')
_CAPTIONED = re.compile(r"<p>(<img [^>]*>)\n<em>((?:(?!</?em>).)*)</em></p>", re.DOTALL)
_ALONE = re.compile(r"<p>(<img [^>]*>)</p>")
_ADDRESS = re.compile(r'(<(?:a|img)(?: (?!href|src)[a-z-]+="[^"]*")* (?:href|src)=")([^"]*)"')
_OPENING = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TABLE = re.compile(r"<table\b")
_BOX = '<input type="checkbox" disabled{} aria-label="{}">'
_NOTEREF = re.compile(r'<sup><a role="doc-noteref".*?</a></sup>')
_JOINED = re.compile(f"{MARK_OPEN}[0-9]+{MARK_CLOSE}")
"""A place in finished HTML."""


class Finished(Struct, frozen=True):
    """Sanitised HTML, the headings as (level, id, text), every id in it, the first paragraph as plain text."""

    html: str
    headings: tuple[tuple[int, str, str], ...]
    ids: tuple[str, ...]
    opening: str


def finish(html: str, taken: frozenset[str] = frozenset()) -> Finished:
    """Sanitise and complete the HTML of a text; headings get ids other than those taken by raw HTML."""
    if '"' in html:  # there are attributes: in text the library writes `&quot;`
        html = _footnotes(_ALIGNED.sub(r'<\1 class="align-\2">', html))
    html = _CLEANER.clean(html)
    html = _places(html) if MARK_OPEN in html else html
    elements = frozenset(_ELEMENT.findall(html))
    html = _figures(html) if "img" in elements else html
    given = ' id="' in html
    html, headings = _headings(html, taken) if "<h" in html else (html, ())
    html = _ADDRESS.sub(_address, html) if not elements.isdisjoint({"a", "img"}) else html
    html = _reachable(html, elements)
    opening = _OPENING.search(html)
    ids = _ID.findall(html) if given else [anchor for _, anchor, _ in headings]
    return Finished(html, headings, tuple(ids), plain(opening[1]) if opening else "")


def plain(html: str) -> str:
    """Give HTML as plain text on one line, without marks, the blanks before them, and footnote numbers."""
    bare = _TAG.sub("", _NOTEREF.sub("", html)) if "<" in html else html
    text = " ".join(unescape(bare).split())
    return _JOINED.sub("", text.replace(f" {MARK_OPEN}", MARK_OPEN)).strip() if MARK_OPEN in text else text


def _places(html: str) -> str:
    """Join the marks of each group to its one place, without their brackets."""
    pieces = _PLACE.split(html)
    pieces[1::2] = [f"{MARK_OPEN}{group}{MARK_CLOSE}" for group in pieces[1::2]]
    return "".join(pieces)


def _footnotes(html: str) -> str:
    """Prefix the bare ids, and link each note back to where it is first referred to; capitals name the same note.

    A label that cannot stand in an id (`a b`, `"x"`) gives way to the note's number; no label holds a dot there.
    """
    numbers: dict[str, int] = {}
    seen: set[str] = set()

    def named(match: re.Match[str]) -> tuple[str, int]:
        label = match[1].casefold()
        number = numbers.setdefault(label, len(numbers) + 1)
        return (label if _LABEL.fullmatch(label) else f".{number}"), number

    def reference(match: re.Match[str]) -> str:
        label, number = named(match)
        anchor = "" if label in seen else f' id="{FOOTNOTE_REF}{label}"'
        seen.add(label)
        return f'<sup><a role="doc-noteref"{anchor} href="#{FOOTNOTE}{label}">{number}</a></sup>'

    def definition(match: re.Match[str]) -> str:
        label, number = named(match)
        back = f'<a role="doc-backlink" href="#{FOOTNOTE_REF}{label}">{number}</a>' if label in seen else str(number)
        return f'<div class="footnote" role="doc-footnote" id="{FOOTNOTE}{label}"><sup>{back}</sup>'

    return _NOTE.sub(definition, _NOTE_REF.sub(reference, html))


def _reachable(html: str, elements: frozenset[str]) -> str:
    """Let keyboards scroll wide tables, and say what a ticked box of a list means."""
    if "table" in elements:
        number = count(1)
        box = '<div class="table" role="region" tabindex="0" aria-label="Table {}"><table'
        html = _TABLE.sub(lambda _: box.format(next(number)), html).replace("</table>", "</table></div>")
    if "input" in elements:
        html = html.replace('<input disabled="" type="checkbox" checked="">', _BOX.format(" checked", "done"))
        html = html.replace('<input disabled="" type="checkbox">', _BOX.format("", "open"))
    return html


def _figures(html: str) -> str:
    html = _CARD.sub(rf"{CARD_OPEN}\1{CARD_CLOSE}", html)
    html = _CAPTIONED.sub(r"<figure>\1<figcaption>\2</figcaption></figure>", html)
    return _ALONE.sub(r"<figure>\1</figure>", html)


def _headings(html: str, raw_ids: frozenset[str]) -> tuple[str, tuple[tuple[int, str, str], ...]]:
    found: list[tuple[int, str, str]] = []
    names = _Names(PAGE_IDS | raw_ids)
    down = 1 if "<h1" in html else 0  # the page's title is its only first-level heading

    def heading(match: re.Match[str]) -> str:
        level = min(6, int(match[1]) + down)
        text = plain(match[3])
        given = _GIVEN_ID.search(match[2])
        anchor = names.free(given[1] if given else _slug(text))
        found.append((level, anchor, text))
        return f'<h{level} id="{anchor}">{match[3]}</h{level}>'

    html = _HEADING.sub(heading, html)
    return html, tuple(found)


def _slug(text: str) -> str:
    words = _NO_WORD.sub("", text.lower()).replace("_", " ").replace("-", " ")
    slug = "-".join(words.split()) or "section"
    return f"section-{slug}" if slug.startswith(OURS) or slug[0].isdigit() else slug


class _Names:
    """The ids of a text's headings, each given once."""

    def __init__(self, taken: frozenset[str]) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def free(self, slug: str) -> str:
        """Give the slug, or with a number the first that is free and cannot be one of ours."""
        candidate = slug
        while candidate in self._taken:
            self._last[slug] = self._last.get(slug, 1) + 1
            candidate = f"{slug}-{self._last[slug]}"
            candidate = f"section-{candidate}" if candidate.startswith(OURS) else candidate
        self._taken.add(candidate)
        return candidate


def _address(match: re.Match[str]) -> str:
    before, address = match[1], match[2]
    if before.startswith("<img"):
        return f'{before}{PICTURE_OPEN}{address}{PICTURE_CLOSE}"'
    return f'{before}{ROOT}{address}"' if address.startswith("/") else match[0]
