"""A press for pages that show one text each."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from plugins.core.resolve.apart import Brief, Whole
from plugins.core.resolve.publication import Copy
from plugins.core.resolve.resolve import resolve
from plugins.press.making import Press
from plugins.press.pages import Page, Thing
from plugins.press.render import Renderers
from plugins.press.site import Site
from plugins.press.words import Words


class View(Struct, frozen=True):
    """A text is all that a page shows."""

    text: str


def view(site: Site, text: str) -> View:
    """Make the view of a page."""
    del site
    return View(text)


def render(shown: Struct) -> bytes:
    """Render a page."""
    assert isinstance(shown, View)
    return shown.text.encode()


def page(name: str, text: str, *, searched: bool = False) -> Page:
    """Make the page of a name."""
    return Page(f"/{name}/", "text", view, (text,), searched=searched)


def press_of(things: list[Thing], folder: Path, renderers: Mapping[str, Callable[[Struct], bytes]]) -> Press:
    """Make a press without publication and theme."""
    return Press(
        things,
        Renderers(folder / "theme", renderers, _ENGLISH),
        Site(NOTHING, "https://press.example", {}, {}, _nothing, _ENGLISH),
    )


_ENGLISH = {"en": Words("en", Path())}
NOTHING = resolve(Copy(), "2026-01-01T00:00:00+00:00")


def _nothing(brief: Brief) -> Whole:
    raise AssertionError(brief)
