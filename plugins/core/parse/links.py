"""What a text points to: links and pictures, with the addresses that are not allowed."""

from typing import Any

from msgspec import Struct

from plugins.core.model.scalars import is_web_address
from plugins.core.parse.marks import MARK, looks_like_a_mark
from plugins.core.parse.notes import Note
from plugins.core.parse.source_text import SourceText


class Link(Struct, frozen=True, array_like=True):
    """A link of the text: its address as typed and where it stands."""

    href: str
    offset: int


class Picture(Struct, frozen=True, array_like=True):
    """A picture of the text: its address as typed, whether it has a description, where it stands."""

    src: str
    described: bool
    offset: int


class Pointers:
    """The links and pictures of one text, gathered during the walk; offsets are given in bytes."""

    def __init__(self, source: SourceText, notes: list[Note]) -> None:
        """Start with none."""
        self.source = source
        self.notes = notes
        self.links: list[Link] = []
        self.pictures: list[Picture] = []

    def link(self, details: Any, start: int, end: int) -> None:
        """Take a Markdown link."""
        address = details["dest_url"]
        if details["link_type"] == "Email":
            return
        self.address(address, start)
        self.title(details["title"], start)
        typed = self.source.raw[start:end].decode().partition("]")[0] + "]"
        if MARK.fullmatch(typed) or looks_like_a_mark(typed):
            self.note(
                "almost-a-mark",
                start,
                f"{typed} is the text of a link here, not a mark.",
                "put a blank between the mark and the parenthesis if it is a citation",
            )

    def picture(self, details: Any, start: int) -> None:
        """Take a Markdown picture."""
        described = self.source.raw[start + 2 : start + 3] != b"]"
        self.pictures.append(Picture(details["dest_url"], described, self.source.offset(start)))
        self.title(details["title"], start)

    def tag(self, name: str, attributes: dict[str, str], start: int) -> None:
        """Take the addresses of a raw HTML tag."""
        if "href" in attributes:
            self.address(attributes["href"], start)
        if "cite" in attributes and not _allowed(attributes["cite"]):
            self._bad_address(attributes["cite"], start)
        if name == "img":
            self.pictures.append(Picture(attributes.get("src", ""), "alt" in attributes, self.source.offset(start)))
        for attribute in ("alt", "title"):
            self.title(attributes.get(attribute, ""), start)

    def address(self, address: str, start: int) -> None:
        """Take the address of a link."""
        self.links.append(Link(address, self.source.offset(start)))
        if not _allowed(address):
            self._bad_address(address, start)

    def title(self, title: str, start: int) -> None:
        """Take a title or another attribute that is shown as plain text."""
        if title and MARK.search(title):
            self.note(
                "mark-in-alt",
                start,
                f"The text “{title}” belongs to a link or picture and holds a mark; no link can stand there.",
                "move the mark into the sentence",
            )

    def note(self, code: str, start: int, message: str, fix: str) -> None:
        """Note a fault."""
        self.notes.append(Note(code, self.source.offset(start), message, fix))

    def _bad_address(self, address: str, start: int) -> None:
        self.note(
            "bad-address",
            start,
            f"`{address[:60]}` is no address that a page may lead to.",
            "write https://…, an address of this site such as /method/, #anchor, or mailto:…",
        )


def _allowed(address: str) -> bool:
    if address.startswith(("#", "/", "mailto:")):
        return not address.startswith("//") and "\\" not in address
    return is_web_address(address) or ":" not in address.partition("/")[0]
