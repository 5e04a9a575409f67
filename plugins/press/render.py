"""(template, view) → bytes. A page is a pure function of its view."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from msgspec import Struct

from plugins.engine import digest_of

REMEMBERED = 400_000
"""How many parts that several pages share (a source, say) are kept as HTML, before all are let go."""

Renderer = Callable[[Struct], bytes]
_USES = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\s+([^%]*)")
_LITERAL = re.compile(r"""["']([^"']+)["']\s*(?:as\b|import\b|ignore\b|with|$|[-+]?$)""")


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
        """Digest each file of the folder together with all that it extends, imports or includes."""
        own = {name: path.read_bytes() for name, path in theme_files(self._templates).items()}
        needs = {name: _needs(text, own) for name, text in own.items()}
        return {name: digest_of(b"\0".join(own[one] for one in _closure(name, needs))).hex() for name in own}

    def render(self, template: str, view: Struct) -> bytes:
        """Render a view."""
        other = self._others.get(template)
        if other is not None:
            return other(view)
        try:
            return self._environment.get_template(template).render(view=view).encode()
        except TemplateNotFound as error:  # an OSError to Python, but nothing is wrong with the disk
            raise BrokenTheme(f"There is no template {error}.") from error


def theme_files(folder: Path) -> dict[str, Path]:
    """Find the files of a folder of the theme, by path below it; what programs leave there is none."""
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path for path in paths}


def _needs(text: bytes, known: Mapping[str, bytes]) -> set[str]:
    """Name the templates that a text may use; it is any one of them where it does not say which in so many words."""
    found = set()
    for used in _USES.findall(text.decode("utf-8", "replace")):
        literal = _LITERAL.match(used)
        if literal is None:
            return set(known)
        found.add(literal[1])
    return found & known.keys()


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
