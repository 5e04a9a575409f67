"""Raw HTML in a text: tags that are allowed, balanced, and what they mean for the brackets between them."""

from typing import Literal

from plugins.core.parse import raw_html
from plugins.core.parse.links import Pointers
from plugins.core.parse.marks import MARK
from plugins.core.parse.notes import Note
from plugins.core.parse.source_text import SourceText

Context = Literal["text", "link", "image", "literal"]


class Tags:
    """The raw HTML of one text, read during the walk; `around` is the walk's own stack of contexts."""

    def __init__(self, source: SourceText, around: list[Context], pointers: Pointers, notes: list[Note]) -> None:
        """Start with nothing open."""
        self.source = source
        self.around = around
        self.pointers = pointers
        self.notes = notes
        self.open: list[tuple[str, int]] = []

    def take(self, start: int, fragment: str) -> None:
        """Read a fragment that begins at a byte offset: one inline tag, or a whole block."""
        for token in raw_html.tokens(fragment):
            place = start + len(fragment[: token.offset].encode())
            if token.name or token.broken:
                self._tag(token, place)
            elif "literal" not in self.around:
                self._text(token.typed, place)

    def finish(self) -> None:
        """Note what was never closed."""
        for name, place in self.open:
            self._note("html-not-allowed", place, f"`<{name}>` is never closed.", f"add `</{name}>`")

    def _text(self, typed: str, place: int) -> None:
        for match in MARK.finditer(typed):
            self._note(
                "mark-in-html",
                place + len(typed[: match.start()].encode()),
                f"Mark {match[0]} stands in raw HTML, where it would stay text.",
                "leave a blank line around the text inside the element, or write it as Markdown",
            )

    def _tag(self, token: raw_html.Token, place: int) -> None:
        fault = raw_html.fault_of(token)
        if fault:
            self._note("html-not-allowed", place, f"{fault}.", "write it as Markdown; `\\<` shows the sign itself")
        elif token.closing:
            self._close(token.name, place)
        else:
            self.pointers.tag(token.name, token.attributes, place)
            if token.name not in raw_html.VOID:
                self._open(token.name, place)

    def _open(self, name: str, place: int) -> None:
        self.open.append((name, place))
        if name == "a":
            self.around.append("link")
        elif name in raw_html.LITERAL:
            self.around.append("literal")

    def _close(self, name: str, place: int) -> None:
        if not self.open or self.open[-1][0] != name:
            message = f"`</{name}>` closes nothing that is open here."
            self._note("html-not-allowed", place, message, "close elements in the order in which they were opened")
            return
        self.open.pop()
        if name == "a" or name in raw_html.LITERAL:
            self.around.pop()

    def _note(self, code: str, place: int, message: str, fix: str) -> None:
        self.notes.append(Note(code, self.source.offset(place), message, fix))
