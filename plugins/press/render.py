"""(template, view) → bytes. A page is a pure function of its view."""

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

Renderer = Callable[[Struct], bytes]


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
        self._others = others

    def render(self, template: str, view: Struct) -> bytes:
        """Render a view."""
        other = self._others.get(template)
        if other is not None:
            return other(view)
        return self._environment.get_template(template).render(view=view).encode()
