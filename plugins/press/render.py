"""(template, view) → bytes. A page is a pure function of its view."""

import marshal
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from types import CodeType
from weakref import ref

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.bccache import Bucket
from msgspec import Struct

from plugins.engine import digest_of
from plugins.press.templates import Templates
from plugins.press.words import Words

Renderer = Callable[[Struct], bytes]
_USES = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\s+([^%]*)")
_LITERAL = re.compile(r"""["']([^"']+)["']\s*(?:as\b|import\b|ignore\b|with|$|[-+]?$)""")


class BrokenTheme(Exception):
    """The theme lacks a template."""


class Renderers:
    """The renderers: Jinja templates by file name, and what rooms render without a template, by name."""

    def __init__(self, templates: Path, others: Mapping[str, Renderer], vocabulary: Mapping[str, Words]) -> None:
        """Name the folder of templates; `vocabulary` has the words of each language."""
        self._templates = templates
        self._others = others
        self._vocabulary = vocabulary
        self._environments: dict[str, Templates] = {}

    def __reduce__(self) -> tuple[type["Renderers"], tuple[Path, Mapping[str, Renderer], Mapping[str, Words]]]:
        """Travel to another process by name."""
        return Renderers, (self._templates, self._others, self._vocabulary)

    def _environment(self, lang: str) -> Templates:
        """Open the folder for a language, once."""
        if lang not in self._environments:
            words = self._vocabulary[lang]
            environment = self._environments[lang] = _opened(self._templates)
            environment.globals.update(once=Once(), _=words.safe, count=words.safe_count)
        return self._environments[lang]

    @cached_property
    def digests(self) -> dict[str, str]:
        """Digest each file of the folder together with all that it extends, imports or includes."""
        own = {name: path.read_bytes() for name, path in theme_files(self._templates).items()}
        needs = {name: _needs(text, own) for name, text in own.items()}
        return {name: digest_of(b"\0".join(own[one] for one in _closure(name, needs))).hex() for name in own}

    def render(self, template: str, view: Struct, lang: str) -> bytes:
        """Render a view in a language."""
        other = self._others.get(template)
        if other is not None:
            return other(view)
        try:
            return self._environment(lang).get_template(template).render(view=view).encode()
        except TemplateNotFound as error:  # an OSError to Python, but nothing is wrong with the disk
            raise BrokenTheme(f"There is no template {error}.") from error


class _Compiled(BytecodeCache):
    """The templates that this process has compiled: one that builds again, after an edit, need not do so again."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what a text of a template compiled to."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember it."""
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code

    def codes(self) -> bytes:
        """Give all, for another process that this Python runs in."""
        return marshal.dumps(self._codes)

    def learn(self, codes: bytes) -> None:
        """Remember what another process compiled."""
        self._codes |= marshal.loads(codes)  # noqa: S302 (it comes from a process of ours)


@cache
def _compiled() -> _Compiled:
    return _Compiled()


def _opened(templates: Path) -> Templates:
    """Open a folder: autoescape is on, and a name that a view does not have is a bug."""
    return Templates(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled(),
    )


def compiled(templates: Path) -> bytes:
    """Compile all templates of a folder, for a process that `learn`s them; one that is broken is left for whoever uses it."""
    environment = _opened(templates)
    for name in theme_files(templates):
        with suppress(Exception):
            environment.get_template(name)
    return _compiled().codes()


def learn(codes: bytes) -> None:
    """Know from now on what templates compile to."""
    _compiled().learn(codes)


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


class _Html(ref[Struct]):
    """The HTML of a part."""

    __slots__ = ("html", "key")
    html: str
    key: tuple[object, ...]


class Once:
    """Calls a macro once for each part; templates write `once(macro, part)`, since one part gives one HTML.

    It keeps the HTML for as long as somebody keeps the part, whose struct has `weakref=True`.
    """

    def __init__(self) -> None:
        """Remember nothing."""
        made: dict[tuple[object, ...], _Html] = {}

        def forget(html: ref[Struct]) -> None:
            assert isinstance(html, _Html)
            del made[html.key]

        self._made, self._forget = made, forget

    def __call__(self, macro: Callable[..., str], part: Struct, *more: str | int) -> str:
        """Give the HTML. Parts are told apart as objects: to compare all that is in them would take longer."""
        key = (id(part), macro, *more)
        made = self._made.get(key)
        if made is None:
            made = _Html(part, self._forget)
            made.key, made.html = key, macro(part, *more)
            self._made[key] = made
        return made.html
