"""Raw HTML in a text: tags that are allowed, balanced, and what they mean for the brackets between them."""

from collections import Counter
from typing import Literal

from plugins.core.parse import entities, raw_html
from plugins.core.parse.fragment import Fragment
from plugins.core.parse.ids import Ids
from plugins.core.parse.links import Pointers
from plugins.core.parse.marks import MARK
from plugins.core.parse.notes import Note

Context = Literal["text", "link", "image", "literal"]
_AS_MARKDOWN = "write it as Markdown; `\\<` shows the sign itself"


class Tags:
    """The raw HTML of one text, read during the walk; `around` is the walk's own stack of contexts."""

    def __init__(self, around: list[Context], pointers: Pointers, ids: Ids, notes: list[Note]) -> None:
        """Start with nothing open."""
        self.around = around
        self.pointers = pointers
        self.ids = ids
        self.notes = notes
        self.open: list[tuple[str, int]] = []
        self.refused: Counter[str] = Counter()

    @property
    def depth(self) -> int:
        """How many elements are open here, allowed or not."""
        return len(self.open) + self.refused.total()

    def take(self, fragment: Fragment) -> None:
        """Read a fragment: one inline tag, or a whole block."""
        for token in raw_html.tokens(fragment.text):
            place = fragment.offset(token.offset)
            if token.name:
                self._tag(token, place)
            elif token.broken:
                self._note(place, "This `<` begins no complete tag.", _AS_MARKDOWN)
            else:
                self._text(token, fragment)

    def finish(self) -> None:
        """Note what was never closed."""
        for name, place in self.open:
            self._note(place, f"`<{name}>` is never closed.", f"add `</{name}>`")

    def _text(self, token: raw_html.Token, fragment: Fragment) -> None:
        for start, character in entities.refused(token.typed):
            self.notes.append(entities.note(fragment.offset(token.offset + start), character))
        for match in MARK.finditer(token.typed) if "literal" not in self.around else ():
            message = f"Mark {match[0]} stands in raw HTML, where it would stay text."
            fix = "leave a blank line around the text inside the element, or write it as Markdown"
            self.notes.append(Note("mark-in-html", fragment.offset(token.offset + match.start()), message, fix))

    def _tag(self, token: raw_html.Token, place: int) -> None:
        if token.name not in raw_html.ELEMENTS:
            self._refuse(token, place)
            return
        refused = raw_html.refused_attribute(token)
        if refused:
            self._note(place, f"The attribute `{refused}` is not allowed on `<{token.name}>`.", _AS_MARKDOWN)
        if token.closing:
            self._close(token.name, place)
        else:
            self._open(token, place)

    def _refuse(self, token: raw_html.Token, place: int) -> None:
        """Note an element that is not allowed, once: at its opening tag if it has one."""
        if token.closing and self.refused[token.name]:
            self.refused[token.name] -= 1
            return
        self._note(place, f"The HTML element `<{token.name}>` is not allowed.", _AS_MARKDOWN)
        if not token.closing:
            self.refused[token.name] += 1

    def _open(self, token: raw_html.Token, place: int) -> None:
        for _, character in entities.refused(token.typed)[:1]:
            self.notes.append(entities.note(place, character))
        if "id" in token.attributes:
            self.ids.tag(token.attributes["id"], place)
        self.pointers.tag(token.name, token.attributes, place)
        if token.name in raw_html.VOID:
            return
        self.open.append((token.name, place))
        if token.name == "a":
            self.around.append("link")
        elif token.name in raw_html.LITERAL:
            self.around.append("literal")

    def _close(self, name: str, place: int) -> None:
        if not self.open or self.open[-1][0] != name:
            message = f"`</{name}>` closes nothing that is open here."
            self._note(place, message, "close elements in the order in which they were opened")
            return
        self.open.pop()
        if name == "a" or name in raw_html.LITERAL:
            self.around.pop()

    def _note(self, place: int, message: str, fix: str) -> None:
        self.notes.append(Note("html-not-allowed", place, message, fix))
