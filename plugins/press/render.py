"""(template, view) → bytes. A page is a pure function of its view."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from msgspec import Struct

REMEMBERED = 20_000
"""How many parts that several pages share (a source, say) are kept as HTML."""

Renderer = Callable[[Struct], bytes]


class BrokenTheme(Exception):
    """The theme lacks a template."""


class Renderers:
    """The renderers: Jinja templates by file name, and what rooms render without a template, by name."""

    def __init__(self, templates: Path, others: Mapping[str, Renderer]) -> None:
        """Open the folder of templates; autoescape is on, and a name that a view does not have is a bug."""
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals["once"] = lru_cache(maxsize=REMEMBERED)(_shown)
        self._others = others

    def render(self, template: str, view: Struct) -> bytes:
        """Render a view."""
        other = self._others.get(template)
        if other is not None:
            return other(view)
        try:
            return self._environment.get_template(template).render(view=view).encode()
        except TemplateNotFound as error:  # an OSError to Python, but nothing is wrong with the disk
            raise BrokenTheme(f"There is no template {error}.") from error


def _shown(macro: Callable[..., str], *given: Struct | int) -> str:
    """Call a macro; templates write `once(macro, part)`, since equal parts give equal HTML."""
    return macro(*given)
