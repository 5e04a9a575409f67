r"""One walk over the Markdown parser's events: text runs, links, pictures, raw HTML.

A *run* is the visible text of one block as a string in which whatever is no plain text stands as a
control character, which copy cannot hold: `\x00` for a break of another kind (code, a tag, emphasis),
`\x01` for a character that was escaped or written as an entity. Marks are searched in runs.
"""

from bisect import bisect_right
from operator import attrgetter
from typing import Any

from msgspec import Struct

from plugins.core.parse import entities, markdown
from plugins.core.parse.fragment import Fragment
from plugins.core.parse.ids import Ids
from plugins.core.parse.links import Link, Picture, Pointers
from plugins.core.parse.notes import Note
from plugins.core.parse.refused import REFUSED
from plugins.core.parse.source_text import SourceText
from plugins.core.parse.tags import Context, Tags

BARRIER, HIDDEN = "\x00", "\x01"
_SPACES = "\u00a0\u2009\u202f"
_BACKSLASH = 0x5C
_RUN_START = attrgetter("run_start")
DEPTH = 100
"""The deepest nesting that is rendered: the sanitiser's time grows with its square."""
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
    ids: frozenset[str]
    """The ids of raw HTML."""
    footnotes: frozenset[str]
    """The labels of the footnotes that are written, folded."""
    too_deep: bool

    def offset(self, piece: Piece, position: int) -> int:
        """Give where in the text (code points) a position of a run stands, in the piece that holds it."""
        return self.source.offset(piece.byte_start) + position - piece.run_start


def piece_at(run: Run, position: int) -> Piece:
    """Find the piece of a run that a position lies in."""
    return run.pieces[bisect_right(run.pieces, position, key=_RUN_START) - 1]


def walk(text: str, notes: list[Note]) -> Walked:
    """Walk over the events of a Markdown text, noting addresses and HTML that are not allowed."""
    walker = _Walker(SourceText(text), notes)
    take_text, start, end = walker.text, walker.start, walker.end
    as_typed = "\\" not in text and "&" not in text  # no escapes, no entities: pieces side by side are one
    for event, span in markdown.events(text, merged=as_typed):
        if event.__class__ is str:
            walker.sign("\n" if event == "SoftBreak" else BARRIER)
        elif "Text" in event:
            take_text(event["Text"], span["start"], span["end"])
        elif "Start" in event:
            start(event["Start"], span["start"], span["end"])
        elif "End" in event:
            end(event["End"])
        else:
            for kind, value in event.items():
                walker.other(kind, value, span["start"])
    return walker.result()


class _Walker:
    def __init__(self, source: SourceText, notes: list[Note]) -> None:
        self.source = source
        self.raw = source.raw
        self.around: list[Context] = ["text"]
        self.notes = notes
        self.pointers = Pointers(source, notes)
        self.ids = Ids(notes)
        self.tags = Tags(self.around, self.pointers, self.ids, notes)
        self.entities = b"&#" in self.raw
        self.depth = 0
        self.too_deep = False
        self.runs: list[Run] = []
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.last_end = -1
        self.html: list[tuple[int, str]] = []
        self.footnotes: set[str] = set()

    def text(self, value: str, start: int, end: int) -> None:
        """Add a stretch of text to the run; one that goes on where the last one ended needs no piece of its own."""
        if self.entities:
            self._refuse(value, start)
        context = self.around[-1]
        if context == "literal":
            return
        if start != self.last_end:
            if start and self.raw[start - 1] == _BACKSLASH:
                self.sign(HIDDEN)
                value, start = value[1:], start + 1
            self.pieces.append(Piece(self.length, start, context))
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

    def other(self, kind: str, value: Any, start: int) -> None:
        """Take code, HTML or what else stands between text."""
        if kind == "Html":
            self.html.append((start, value))
        else:
            self.sign(BARRIER)
            if kind == "InlineHtml":
                self._take_html([(start, value)])

    def result(self) -> Walked:
        """Give what was found, and note what was left open."""
        self._close_run()
        self.tags.finish()
        links, pictures = tuple(self.pointers.links), tuple(self.pointers.pictures)
        ids, footnotes = frozenset(self.ids.raw), frozenset(self.footnotes)
        return Walked(self.source, self.runs, links, pictures, ids, footnotes, self.too_deep)

    def _refuse(self, value: str, start: int) -> None:
        """Note what was written as an entity and may not stand in copy; the source itself holds no such character."""
        for match in REFUSED.finditer(value):
            self.notes.append(entities.note(self.source.offset(start), match[0]))

    def _take_html(self, pieces: list[tuple[int, str]]) -> None:
        self.tags.take(Fragment(self.source, pieces))
        self._bound(pieces[-1][0])

    def _bound(self, start: int) -> None:
        """Note, once, that the text is nested too deep."""
        if self.depth + self.tags.depth > DEPTH and not self.too_deep:
            self.too_deep = True
            message = f"This is nested more than {DEPTH} levels deep."
            self.notes.append(Note("too-deep", self.source.offset(start), message, "flatten it"))

    def _close_run(self) -> None:
        if self.pieces:
            self.runs.append(Run("".join(self.parts), self.pieces))
        if self.parts:
            self.parts, self.pieces, self.length = [], [], 0
        self.last_end = -1

    def start(self, value: Any, start: int, end: int) -> None:
        """Take the beginning of an element."""
        if value.__class__ is str:
            name, details = value, {}
        else:
            name, details = next(iter(value.items()))
        self.depth += 1
        if self.depth > DEPTH:
            self._bound(start)
        if name not in _INLINE:
            self._start_block(name, details, start)
            return
        self.sign(BARRIER)
        if name == "Link":
            self.pointers.link(details, start, end)
            self.around.append("literal" if details["link_type"] == "Autolink" else "link")
        elif name == "Image":
            self.pointers.picture(details, start)
            self.around.append("image")

    def _start_block(self, name: str, details: Any, start: int) -> None:
        self._close_run()
        if name == "CodeBlock":
            self.around.append("literal")
            if details.__class__ is dict:
                self._refuse(details["Fenced"], start)
        elif name == "FootnoteDefinition":
            self.footnotes.add(details.casefold())
        elif name == "Heading" and details["id"]:
            self.ids.heading(details["id"], self.source.offset(start))

    def end(self, value: Any) -> None:
        """Take the end of an element."""
        self.depth -= 1
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
            self._take_html(self.html)
            self.html = []
