"""Markdown → prose: HTML with places for the citations, and all that the text points to.

The Markdown parser itself settles code, escapes, links and structure. Its events say which stretches of
the source are text; marks are read only there. Each group of marks is then replaced in the source by a
bracketed private-use placeholder between backslash escapes, so that every delimiter still stands beside
the same kind of punctuation, and the HTML differs in nothing else.
"""

from msgspec import Struct

from plugins.core.anchors import MARK_CLOSE, MARK_OPEN
from plugins.core.parse import markdown
from plugins.core.parse.definitions import blank_digit_definitions
from plugins.core.parse.finish import Finished, finish
from plugins.core.parse.grouping import group_marks
from plugins.core.parse.links import Link, Picture
from plugins.core.parse.marks import Mark
from plugins.core.parse.notes import Note
from plugins.core.parse.walk import walk


class Heading(Struct, frozen=True, array_like=True):
    """A heading of the body: its level, its anchor, its text without marks."""

    level: int
    id: str
    text: str


class Prose(Struct, frozen=True, array_like=True):
    """A text of the copy, parsed: HTML with placeholders, groups of marks in order, and what it points to."""

    html: str = ""
    groups: tuple[tuple[Mark, ...], ...] = ()
    headings: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    opening: str = ""
    """The first paragraph as plain text, marks removed."""


def read_prose(text: str, *, marks: bool = True) -> tuple[Prose, list[Note]]:
    """Parse a body; with `marks` off, brackets stay text."""
    notes: list[Note] = []
    if marks:
        text = blank_digit_definitions(text, notes)
    walked = walk(text, notes)
    groups, spans = group_marks(walked, notes) if marks else ((), ())
    finished = finish(markdown.html(_with_places(text, spans)), notes)
    return _prose(finished, groups, walked.links, walked.pictures), notes


def read_inline(text: str, *, marks: bool = True) -> tuple[Prose, list[Note]]:
    """Parse inline text: Markdown of one paragraph, given without its `<p>`."""
    prose, notes = read_prose(text, marks=marks)
    inner = prose.html.strip()
    if inner.startswith("<p>") and inner.endswith("</p>") and inner.count("<p>") == 1 and "</p>\n<" not in inner:
        inner = inner[3:-4]
    elif inner:
        notes.append(
            Note("not-one-paragraph", 0, "This text has to be one paragraph, without headings, lists or pictures.",
                 "join it into one paragraph, or move it into the body")
        )  # fmt: skip
    return _replace_html(prose, inner), notes


def _prose(
    finished: Finished, groups: tuple[tuple[Mark, ...], ...], links: tuple[Link, ...], pictures: tuple[Picture, ...]
) -> Prose:
    headings = tuple(Heading(*heading) for heading in finished.headings)
    return Prose(finished.html, groups, headings, finished.ids, links, pictures, finished.opening)


def _replace_html(prose: Prose, html: str) -> Prose:
    return Prose(html, prose.groups, prose.headings, prose.ids, prose.links, prose.pictures, prose.opening)


def _with_places(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    if not spans:
        return text
    raw = text.encode()
    pieces: list[bytes] = []
    position = 0
    for index, (start, end) in enumerate(spans):
        pieces += [raw[position:start], f"\\[{MARK_OPEN}{index}{MARK_CLOSE}\\]".encode()]
        position = end
    pieces.append(raw[position:])
    return b"".join(pieces).decode()
