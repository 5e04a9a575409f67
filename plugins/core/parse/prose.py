"""Markdown → prose: HTML with places for the citations, and all that the text points to.

The Markdown parser itself settles code, escapes, links and structure. Its events say which stretches of
the source are text; marks are read only there. What stands between the brackets of each mark is then
replaced in the source by control characters, so that brackets still stand where they stood, with the
same blanks between them, and the HTML differs in nothing else.
"""

import re

from msgspec import Struct

from plugins.core.anchors import MARK_CLOSE, MARK_OPEN
from plugins.core.parse import markdown
from plugins.core.parse.almost import note_almost
from plugins.core.parse.definitions import blank_digit_definitions
from plugins.core.parse.entities import without_refused
from plugins.core.parse.finish import Finished, finish
from plugins.core.parse.grouping import Groups, group_marks
from plugins.core.parse.links import Link, Picture
from plugins.core.parse.marks import Mark
from plugins.core.parse.notes import Note
from plugins.core.parse.walk import walk

_FOOTNOTE_BEFORE = re.compile(r"\[\^[^\[\]\n]*\]$")


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
    groups = group_marks(walked, notes) if marks else ()
    if marks:
        note_almost(walked, notes)
    placed = _with_places(text, groups)
    if any(note.code == "control-character" for note in notes):
        placed = without_refused(placed)
    finished = finish("" if walked.too_deep else markdown.html(placed), walked.ids)
    return _prose(finished, groups, walked.links, walked.pictures), notes


def read_inline(text: str, *, marks: bool = True) -> tuple[Prose, list[Note]]:
    """Parse inline text: Markdown of one paragraph, given without its `<p>`."""
    prose, notes = read_prose(text, marks=marks)
    inner = prose.html.strip()
    if inner.startswith("<p>") and inner.endswith("</p>") and inner.count("<p>") == 1 and "</p>\n<" not in inner:
        inner = inner[3:-4]
        one_paragraph = not prose.pictures
    else:
        one_paragraph = not inner
    if not one_paragraph:
        notes.append(
            Note("not-one-paragraph", 0, "This text has to be one paragraph, without headings, lists or pictures.",
                 "join it into one paragraph, or move it into the body")
        )  # fmt: skip
    return _replace_html(prose, inner), notes


def _prose(finished: Finished, groups: Groups, links: tuple[Link, ...], pictures: tuple[Picture, ...]) -> Prose:
    headings = tuple(Heading(*heading) for heading in finished.headings)
    return Prose(finished.html, groups, headings, finished.ids, links, pictures, finished.opening)


def _replace_html(prose: Prose, html: str) -> Prose:
    return Prose(html, prose.groups, prose.headings, prose.ids, prose.links, prose.pictures, prose.opening)


def _with_places(text: str, groups: Groups) -> str:
    """Replace what stands between the brackets of each mark: by the index of its group in the first, by nothing in others."""
    pieces: list[str] = []
    position = 0
    for index, group in enumerate(groups):
        number = str(index)
        for mark in group:
            pieces += (text[position : mark.offset], _label(text, mark, number))
            position, number = mark.offset + len(mark.typed), ""
    pieces.append(text[position:])
    return "".join(pieces)


def _label(text: str, mark: Mark, number: str) -> str:
    """Bracket a place like the mark it stands for; escaped where a footnote's mark would take it for its label."""
    start, blank = mark.offset, " " if " " in mark.typed else ""
    escape = (
        "\\" if text[start - 1 : start] == "]" and _FOOTNOTE_BEFORE.search(text, max(0, start - 100), start) else ""
    )
    return f"{escape}[{MARK_OPEN}{number}{MARK_CLOSE}{blank}{escape}]"
