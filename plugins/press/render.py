"""(template, view) → bytes. A page is a pure function of its view."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.meta import find_referenced_templates
from msgspec import Struct

from plugins.engine import digest_of

REMEMBERED = 400_000
"""How many parts that several pages share (a source, say) are kept as HTML, before all are let go."""

Renderer = Callable[[Struct], bytes]


class BrokenTheme(Exception):
    """The theme lacks a template."""


class Renderers:
    """The renderers: Jinja templates by file name, and what rooms render without a template, by name."""

    def __init__(self, templates: Path, others: Mapping[str, Renderer]) -> None:
        """Name the folder of templates."""
        self._templates = templates
        self._others = others

    def __reduce__(self) -> tuple[type["Renderers"], tuple[Path, Mapping[str, Renderer]]]:
        """Travel to another process by name."""
        return Renderers, (self._templates, self._others)

    @cached_property
    def _environment(self) -> Environment:
        """Open the folder: autoescape is on, and a name that a view does not have is a bug."""
        environment = Environment(
            loader=FileSystemLoader(self._templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals["once"] = Once()
        return environment

    @cached_property
    def digests(self) -> dict[str, str]:
        """Digest each template together with all that it extends, imports or includes."""
        texts = {path.relative_to(self._templates).as_posix(): path for path in self._templates.rglob("*.html")}
        own = {name: path.read_text("utf-8") for name, path in sorted(texts.items())}
        needs = {name: _needs(self._environment, text, own) for name, text in own.items()}
        return {name: digest_of("\0".join(own[one] for one in _closure(name, needs)).encode()).hex() for name in own}

    def render(self, template: str, view: Struct) -> bytes:
        """Render a view."""
        other = self._others.get(template)
        if other is not None:
            return other(view)
        try:
            return self._environment.get_template(template).render(view=view).encode()
        except TemplateNotFound as error:  # an OSError to Python, but nothing is wrong with the disk
            raise BrokenTheme(f"There is no template {error}.") from error


def _needs(environment: Environment, text: str, known: Mapping[str, str]) -> set[str]:
    """Name the templates that a text may use; it is any one of them where it works out the name."""
    found = set(find_referenced_templates(environment.parse(text)))
    return set(known) if None in found else {name for name in known if name in found}


def _closure(name: str, needs: Mapping[str, set[str]]) -> list[str]:
    found, todo = {name}, [name]
    while todo:
        new = needs[todo.pop()] - found
        found |= new
        todo += new
    return sorted(found)


class Once:
    """Calls a macro once for each part; templates write `once(macro, part)`, since one part gives one HTML."""

    def __init__(self) -> None:
        """Remember nothing."""
        self._made: dict[tuple[object, ...], tuple[Struct, str]] = {}

    def __call__(self, macro: Callable[..., str], part: Struct, *more: str | int) -> str:
        """Give the HTML. Parts are told apart as objects: to compare all that is in them would take longer."""
        key = (id(part), macro, *more)
        made = self._made.get(key)
        if made is None or made[0] is not part:
            if len(self._made) >= REMEMBERED:
                self._made.clear()
            made = self._made[key] = part, macro(part, *more)
        return made[1]
