"""What a text points to: links and pictures, with the addresses that are not allowed."""

import re
from typing import Any

from msgspec import Struct

from plugins.core.model.scalars import is_web_address
from plugins.core.parse import entities
from plugins.core.parse.marks import MARK, looks_like_a_mark
from plugins.core.parse.notes import Note, short
from plugins.core.parse.refused import REFUSED
from plugins.core.parse.source_text import SourceText

_NO_DESCRIPTION = re.compile(rb"!\[(?:\s|\xc2\xa0|&nbsp;)*\]")


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
    """The links and pictures of one text, gathered during the walk; Markdown gives places in bytes."""

    def __init__(self, source: SourceText, notes: list[Note]) -> None:
        """Start with none."""
        self.source = source
        self.notes = notes
        self.links: list[Link] = []
        self.pictures: list[Picture] = []

    def link(self, details: Any, start: int, end: int) -> None:
        """Take a Markdown link."""
        if details["link_type"] == "Email":
            return
        place = self.source.offset(start)
        self.address(details["dest_url"], place)
        self.title(details["title"], place)
        self._refused(details, place)
        typed = self.source.raw[start:end].partition(b"]")[0].decode() + "]"
        if MARK.fullmatch(typed) or looks_like_a_mark(typed):
            self.note(
                "almost-a-mark",
                place,
                f"{typed} is the text of a link here, not a mark.",
                "put a blank between the mark and the parenthesis if it is a citation",
            )

    def picture(self, details: Any, start: int) -> None:
        """Take a Markdown picture."""
        place = self.source.offset(start)
        described = _NO_DESCRIPTION.match(self.source.raw, start) is None
        self.pictures.append(Picture(details["dest_url"], described, place))
        self.title(details["title"], place)
        self._refused(details, place)

    def tag(self, name: str, attributes: dict[str, str], place: int) -> None:
        """Take the addresses of a raw HTML tag."""
        if "href" in attributes:
            self.address(attributes["href"], place)
        if "cite" in attributes and not _allowed(attributes["cite"]):
            self._bad_address(attributes["cite"], place)
        if name == "img":
            self.pictures.append(Picture(attributes.get("src", ""), "alt" in attributes, place))
        for attribute in ("alt", "title"):
            self.title(attributes.get(attribute, ""), place)

    def address(self, address: str, place: int) -> None:
        """Take the address of a link."""
        self.links.append(Link(address, place))
        if not _allowed(address):
            self._bad_address(address, place)

    def title(self, title: str, place: int) -> None:
        """Take a title or another attribute that is shown as plain text."""
        if title and MARK.search(title):
            self.note(
                "mark-in-alt",
                place,
                f"The text “{short(title)}” belongs to a link or picture and holds a mark; no link can stand there.",
                "move the mark into the sentence",
            )

    def note(self, code: str, place: int, message: str, fix: str) -> None:
        """Note a fault."""
        self.notes.append(Note(code, place, message, fix))

    def _refused(self, details: Any, place: int) -> None:
        for match in REFUSED.finditer(details["title"] + details["dest_url"]):
            self.notes.append(entities.note(place, match[0]))

    def _bad_address(self, address: str, place: int) -> None:
        self.note(
            "bad-address",
            place,
            f"`{short(address)}` is no address that a page may lead to.",
            "write https://…, an address of this site such as /method/, #anchor, or mailto:…",
        )


def _allowed(address: str) -> bool:
    if address.startswith(("#", "/", "mailto:")):
        return not address.startswith("//") and "\\" not in address
    return is_web_address(address) or ":" not in address.partition("/")[0]
