"""What the press takes: pages (a template and a view) and files that are published as they are."""

from collections.abc import Callable
from pathlib import Path

from blinker import Signal
from msgspec import Struct

from plugins.core.addresses import file_of
from plugins.press.site import Site

collect = Signal()
"""Sent with the `Publication`; every room that shows something gives its pages back."""

renderers: dict[str, Callable[[Struct], bytes]] = {}
"""What rooms render without a template, by the name that their pages give as `template`; filled at `register()`."""


class Page(Struct, frozen=True, gc=False):
    """A page: its address, the name of its template, and the view: all that the template may show.

    The view is a function of the `Site` and of what is given: plain words and numbers, which say what the page is
    about. It is called when the page is made, in whichever process that is.
    """

    address: str
    template: str
    view: Callable[..., Struct]
    given: tuple[str | int, ...] = ()
    lang: str = ""
    """The language of the publication that it is in; nothing: the first."""

    @property
    def file(self) -> str:
        """The file in the output, relative."""
        return file_of(self.address)

    @property
    def made_from(self) -> str:
        """Tell the page from any other that may stand at its address."""
        return " ".join(
            (self.lang, self.template, self.view.__module__, self.view.__qualname__, *map(repr, self.given))
        )

    def view_of(self, site: Site) -> Struct:
        """Make the view."""
        return self.view(site.speaking(self.lang) if self.lang else site, *self.given)


class StoredFile(Struct, frozen=True, gc=False):
    """A file published as it is: its address, where it lies, its SHA-256."""

    address: str
    path: Path
    sha256: str

    @property
    def file(self) -> str:
        """The file in the output, relative."""
        return file_of(self.address)

    @property
    def made_from(self) -> str:
        """Tell the file from any other that may stand at its address."""
        return self.sha256


Thing = Page | StoredFile
