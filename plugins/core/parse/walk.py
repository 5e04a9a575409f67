r"""One walk over the Markdown parser's events: text runs, links, pictures, raw HTML.

A *run* is the visible text of one block as a string in which whatever is no plain text stands as a
control character, which copy cannot hold: `\x00` for a break of another kind (code, a tag, emphasis),
`\x01` for a character that was escaped or written as an entity. Marks are searched in runs.
"""

from typing import Any, Literal

from msgspec import Struct

from plugins.core.model.scalars import is_web_address
from plugins.core.parse import markdown, raw_html
from plugins.core.parse.marks import MARK, looks_like_a_mark
from plugins.core.parse.notes import Note

BARRIER, HIDDEN = "\x00", "\x01"
_SPACES = "\u00a0\u2009\u202f"
Context = Literal["text", "link", "image", "literal"]


class Link(Struct, frozen=True, array_like=True):
    """A link of the text: its address as typed and where it stands."""

    href: str
    offset: int


class Picture(Struct, frozen=True, array_like=True):
    """A picture of the text: its address as typed, whether it has a description, where it stands."""

    src: str
    described: bool
    offset: int


class Piece(Struct, frozen=True):
    """A stretch of text: where it begins in its run and in the source (bytes), and what it stands in."""

    run_start: int
    byte_start: int
    text: str
    context: Context


class Run(Struct):
    """The text of one block: the searchable string and the pieces that it was made of."""

    text: str
    pieces: list[Piece]


class Walked(Struct, frozen=True):
    """What the walk found; `raw` is the source in bytes."""

    raw: bytes
    runs: list[Run]
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]


def walk(text: str, notes: list[Note]) -> Walked:
    """Walk over the events of a Markdown text, noting addresses and HTML that are not allowed."""
    walker = _Walker(text, notes)
    for event, span in markdown.events(text):
        walker.take(event, span["start"], span["end"])
    return walker.result()


class _Walker:
    def __init__(self, text: str, notes: list[Note]) -> None:
        self.raw = text.encode()
        self.notes = notes
        self.ascii = len(self.raw) == len(text)
        self.runs: list[Run] = []
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.last_end = -1
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.around: list[Context] = []
        self.html: list[tuple[int, str]] = []
        self.open_tags: list[tuple[str, int]] = []

    def take(self, event: Any, start: int, end: int) -> None:
        if isinstance(event, str):
            self._break("\n" if event == "SoftBreak" else BARRIER)
            return
        ((kind, value),) = event.items()
        if kind == "Text":
            self._text(value, start, end)
        elif kind == "Start":
            self._start(value, start, end)
        elif kind == "End":
            self._end(value)
        elif kind == "Html":
            self.html.append((start, value))
        elif kind == "InlineHtml":
            self._break(BARRIER)
            self._raw_html(start, value)
        else:
            self._break(BARRIER)

    def result(self) -> Walked:
        self._close_run()
        for name, offset in self.open_tags:
            self.note("html-not-allowed", offset, f"`<{name}>` is never closed.", f"add `</{name}>`")
        return Walked(self.raw, self.runs, tuple(self.links), tuple(self.pictures))

    def note(self, code: str, byte_offset: int, message: str, fix: str = "") -> None:
        self.notes.append(Note(code, self.offset(byte_offset), message, fix))

    def offset(self, byte_offset: int) -> int:
        return byte_offset if self.ascii else len(self.raw[:byte_offset].decode())

    def _break(self, sign: str) -> None:
        self.parts.append(sign)
        self.length += len(sign)

    def _close_run(self) -> None:
        if self.pieces:
            self.runs.append(Run("".join(self.parts), self.pieces))
        self.parts, self.pieces, self.length, self.last_end = [], [], 0, -1

    def _text(self, value: str, start: int, end: int) -> None:
        if self.around and self.around[-1] == "literal":
            return
        shown = value
        if end - start != (len(value) if value.isascii() else len(value.encode())):  # an entity
            shown = value if value in _SPACES else HIDDEN * len(value)
        elif start and self.raw[start - 1] == 0x5C and self.last_end != start:  # a backslash escape
            shown = HIDDEN + value[1:]
        self.pieces.append(Piece(self.length, start, value, self.around[-1] if self.around else "text"))
        self.parts.append(shown)
        self.length += len(shown)
        self.last_end = end

    def _start(self, value: Any, start: int, end: int) -> None:
        name, details = (value, {}) if isinstance(value, str) else next(iter(value.items()))
        if name == "Link":
            self._break(BARRIER)
            self._link(details, start, end)
            self.around.append("link")
        elif name == "Image":
            self._break(BARRIER)
            described = self.raw[start + 2 : start + 3] != b"]"
            self.pictures.append(Picture(details["dest_url"], described, self.offset(start)))
            self._title(details["title"], start)
            self.around.append("image")
        elif name == "CodeBlock":
            self._close_run()
            self.around.append("literal")
        elif name in {"Emphasis", "Strong", "Strikethrough"}:
            self._break(BARRIER)
        else:
            self._close_run()

    def _end(self, value: Any) -> None:
        name = value if isinstance(value, str) else next(iter(value))
        if name in {"Link", "Image", "CodeBlock"}:
            self.around.pop()
        if name in {"Link", "Image", "Emphasis", "Strong", "Strikethrough"}:
            self._break(BARRIER)
            return
        self._close_run()
        if name == "HtmlBlock" and self.html:
            self._raw_html(self.html[0][0], "".join(piece for _, piece in self.html))
            self.html = []

    def _link(self, details: Any, start: int, end: int) -> None:
        self.links.append(Link(details["dest_url"], self.offset(start)))
        if details["link_type"] != "Email" and not _allowed(details["dest_url"]):
            self._bad_address(details["dest_url"], start)
        self._title(details["title"], start)
        typed = self.raw[start:end].decode().partition("]")[0] + "]"
        if MARK.fullmatch(typed) or looks_like_a_mark(typed):
            self.note(
                "almost-a-mark", start, f"{typed} is the text of a link here, not a mark.",
                "put a blank between the mark and the parenthesis if it is a citation",
            )  # fmt: skip

    def _bad_address(self, address: str, start: int) -> None:
        self.note(
            "bad-address", start, f"`{address[:60]}` is no address that a page may lead to.",
            "write https://…, an address of this site such as /method/, #anchor, or mailto:…",
        )  # fmt: skip

    def _title(self, title: str, start: int) -> None:
        if MARK.search(title):
            self.note("mark-in-alt", start, f"The title {title!r} holds a mark; no link can stand there.",
                      "move the mark into the sentence")  # fmt: skip

    def _raw_html(self, start: int, fragment: str) -> None:
        for token in raw_html.tokens(fragment):
            place = start + len(fragment[: token.offset].encode())
            if token.name or token.broken:
                self._tag(token, place)
            elif not any(context == "literal" for context in self.around):
                for match in MARK.finditer(token.typed):
                    self.note(
                        "mark-in-html", place + len(token.typed[: match.start()].encode()),
                        f"Mark {match[0]} stands in raw HTML, where it would stay text.",
                        "leave a blank line around the text inside the element, or write it as Markdown",
                    )  # fmt: skip

    def _tag(self, token: raw_html.Token, place: int) -> None:
        fault = raw_html.fault_of(token)
        if fault:
            self.note("html-not-allowed", place, f"{fault}.", "write it as Markdown; `\\<` shows the sign itself")
            return
        for name in ("alt", "title"):
            if MARK.search(token.attributes.get(name, "")):
                self.note(
                    "mark-in-alt",
                    place,
                    f"The `{name}` of this element holds a mark.",
                    "move the mark into the sentence",
                )
        if token.closing:
            self._close_tag(token.name, place)
        elif token.name not in raw_html.VOID:
            self.open_tags.append((token.name, place))
            self._enter(token.name)
        if "href" in token.attributes:
            self.links.append(Link(token.attributes["href"], self.offset(place)))
        if token.name == "img":
            self.pictures.append(
                Picture(token.attributes.get("src", ""), "alt" in token.attributes, self.offset(place))
            )
        for name in ("href", "cite"):
            if name in token.attributes and not _allowed(token.attributes[name]):
                self._bad_address(token.attributes[name], place)

    def _enter(self, name: str) -> None:
        if name == "a":
            self.around.append("link")
        elif name in raw_html.LITERAL:
            self.around.append("literal")

    def _close_tag(self, name: str, place: int) -> None:
        if not self.open_tags or self.open_tags[-1][0] != name:
            self.note(
                "html-not-allowed",
                place,
                f"`</{name}>` closes nothing that is open here.",
                "close elements in the order they were opened",
            )
            return
        self.open_tags.pop()
        if name == "a" or name in raw_html.LITERAL:
            self.around.pop()


def _allowed(address: str) -> bool:
    if address.startswith(("#", "/", "mailto:")):
        return not address.startswith("//") and "\\" not in address
    return is_web_address(address) or ":" not in address.partition("/")[0]
