r"""One walk over the Markdown parser's events: text runs, links, pictures, raw HTML.

A *run* is the visible text of one block as a string in which whatever is no plain text stands as a
control character, which copy cannot hold: `\x00` for a break of another kind (code, a tag, emphasis),
`\x01` for a character that was escaped or written as an entity. Marks are searched in runs.
"""

from typing import Any

from msgspec import Struct

from plugins.core.parse import markdown
from plugins.core.parse.links import Link, Picture, Pointers
from plugins.core.parse.notes import Note
from plugins.core.parse.source_text import SourceText
from plugins.core.parse.tags import Context, Tags

BARRIER, HIDDEN = "\x00", "\x01"
_SPACES = "\u00a0\u2009\u202f"
_BACKSLASH = 0x5C
_INLINE = frozenset({"Link", "Image", "Emphasis", "Strong", "Strikethrough"})


class Piece(Struct, frozen=True):
    """A stretch of a run that is the source itself: where it begins in both, and what it stands in."""

    run_start: int
    byte_start: int
    context: Context


class Run(Struct, frozen=True):
    """The text of one block: the searchable string and the pieces that it was made of."""

    text: str
    pieces: list[Piece]


class Walked(Struct, frozen=True):
    """What the walk found."""

    source: SourceText
    runs: list[Run]
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]


def walk(text: str, notes: list[Note]) -> Walked:
    """Walk over the events of a Markdown text, noting addresses and HTML that are not allowed."""
    walker = _Walker(SourceText(text), notes)
    take_text, take_other, take_sign = walker.text, walker.other, walker.sign
    for event, span in markdown.events(text):
        if event.__class__ is str:
            take_sign("\n" if event == "SoftBreak" else BARRIER)
        elif "Text" in event:
            take_text(event["Text"], span["start"], span["end"])
        else:
            for kind, value in event.items():
                take_other(kind, value, span["start"], span["end"])
    return walker.result()


class _Walker:
    def __init__(self, source: SourceText, notes: list[Note]) -> None:
        self.source = source
        self.raw = source.raw
        self.around: list[Context] = []
        self.pointers = Pointers(source, notes)
        self.tags = Tags(source, self.around, self.pointers, notes)
        self.runs: list[Run] = []
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.last_end = -1
        self.html: list[tuple[int, str]] = []

    def text(self, value: str, start: int, end: int) -> None:
        """Add a stretch of text to the run; one that goes on where the last one ended needs no piece of its own."""
        around = self.around
        if around and around[-1] == "literal":
            return
        if start != self.last_end:
            if start and self.raw[start - 1] == _BACKSLASH:
                self.sign(HIDDEN)
                value, start = value[1:], start + 1
            self.pieces.append(Piece(self.length, start, around[-1] if around else "text"))
        if end - start != (len(value) if value.isascii() else len(value.encode())):  # an entity
            value = value if value in _SPACES else HIDDEN * len(value)
            end = -1
        self.parts.append(value)
        self.length += len(value)
        self.last_end = end

    def sign(self, sign: str) -> None:
        """Add what stands for something that is no text."""
        self.parts.append(sign)
        self.length += 1
        self.last_end = -1

    def other(self, kind: str, value: Any, start: int, end: int) -> None:
        """Take an event that is neither text nor a break."""
        if kind == "Start":
            self._start(value, start, end)
        elif kind == "End":
            self._end(value)
        elif kind == "Html":
            self.html.append((start, value))
        else:
            self.sign(BARRIER)
            if kind == "InlineHtml":
                self.tags.take(start, value)

    def result(self) -> Walked:
        """Give what was found, and note what was left open."""
        self._close_run()
        self.tags.finish()
        return Walked(self.source, self.runs, tuple(self.pointers.links), tuple(self.pointers.pictures))

    def _close_run(self) -> None:
        if self.pieces:
            self.runs.append(Run("".join(self.parts), self.pieces))
        if self.parts:
            self.parts, self.pieces, self.length = [], [], 0
        self.last_end = -1

    def _start(self, value: Any, start: int, end: int) -> None:
        if value.__class__ is str:
            name, details = value, {}
        else:
            name, details = next(iter(value.items()))
        if name not in _INLINE:
            self._close_run()
            if name == "CodeBlock":
                self.around.append("literal")
            return
        self.sign(BARRIER)
        if name == "Link":
            self.pointers.link(details, start, end)
            self.around.append("link")
        elif name == "Image":
            self.pointers.picture(details, start)
            self.around.append("image")

    def _end(self, value: Any) -> None:
        name = value if value.__class__ is str else next(iter(value))
        if name in _INLINE:
            self.sign(BARRIER)
            if name in {"Link", "Image"}:
                self.around.pop()
            return
        self._close_run()
        if name == "CodeBlock":
            self.around.pop()
        elif name == "HtmlBlock" and self.html:
            self.tags.take(self.html[0][0], "".join(piece for _, piece in self.html))
            self.html = []
