"""What the press takes: pages (a template and a view) and files that are published as they are."""

from collections.abc import Callable
from pathlib import Path

from blinker import Signal
from msgspec import Struct

from plugins.core.addresses import file_of

collect = Signal()
"""Sent with the `Site`; every room that shows something gives its pages back."""

renderers: dict[str, Callable[[Struct], bytes]] = {}
"""What rooms render without a template, by the name that their pages give as `template`; filled at `register()`."""


class Page(Struct, frozen=True):
    """A page: its address, the name of its template, and how to make its view: all that the template may show.

    The view is made when it is needed, in whichever process renders the page.
    """

    address: str
    template: str
    view: Callable[[], Struct]

    @property
    def file(self) -> str:
        """The file in the output, relative."""
        return file_of(self.address)


class StoredFile(Struct, frozen=True):
    """A file published as it is: its address, where it lies, its SHA-256."""

    address: str
    path: Path
    sha256: str

    @property
    def file(self) -> str:
        """The file in the output, relative."""
        return file_of(self.address)
