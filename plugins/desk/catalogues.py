"""The theme's catalogues of words (gettext): brought up to date with the texts that templates and views say."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from itertools import takewhile
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract
from msgspec import Struct

Text = str | tuple[str, str]
"""A text, or what it is for one and for many."""

_IN_TEMPLATES = {"_": None, "count": (1, 2)}
_COUNTING = frozenset({"count", "safe_count"})
_WIDTH = 120


class Standing(Struct, frozen=True):
    """How far the catalogue of a language is: how many texts there are, and which of them want a translation."""

    lang: str
    texts: int
    wanting: tuple[str, ...]


def write_catalogues(project: Path) -> list[Standing]:
    """Write every catalogue anew with the texts of today; what was translated stays, what is said no more goes."""
    said = texts(project)
    found = []
    for path in sorted((project / "theme/locale").glob("*.po")):
        before = path.read_bytes()
        now = renewed(before, path.stem, said)
        if now != before:
            path.write_bytes(now)
        found.append(standing(now, path.stem))
    return found


def texts(project: Path) -> dict[Text, set[str]]:
    """Give every text that readers can be shown, with the files (from the project's folder) that say it."""
    found: defaultdict[Text, set[str]] = defaultdict(set)
    for path in sorted((project / "theme/templates").rglob("*.html")):
        for text in _of_template(path.read_bytes()):
            found[text].add(path.relative_to(project).as_posix())
    for path in sorted((project / "plugins").rglob("*.py")):
        for text in _of_module(path.read_text("utf-8")):
            found[text].add(path.relative_to(project).as_posix())
    return dict(found)


def renewed(catalogue: bytes, lang: str, said: dict[Text, set[str]]) -> bytes:
    """Give a catalogue with exactly these texts; the remarks at its head stay.

    Texts are in the order of the alphabet, with files but without line numbers and dates: the same at every run.
    """
    wanted = Catalog()
    for text, files in said.items():
        wanted.add(text, locations=[(file, 0) for file in sorted(files)])
    known = _read(catalogue, lang)
    known.update(wanted, no_fuzzy_matching=True)
    written = BytesIO()
    write_po(written, known, _WIDTH, omit_header=True, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return _head(catalogue, known.plural_forms, lang) + written.getvalue().rstrip(b"\n") + b"\n"


def standing(catalogue: bytes, lang: str) -> Standing:
    """Tell how far a catalogue is."""
    entries = [entry for entry in _read(catalogue, lang) if entry.id]
    return Standing(lang, len(entries), tuple(_name(entry) for entry in entries if _wants(entry)))


def _read(catalogue: bytes, lang: str) -> Catalog:
    return read_po(BytesIO(catalogue), locale=lang.replace("-", "_"))


def _head(catalogue: bytes, plural_forms: str, lang: str) -> bytes:
    remarks = takewhile(lambda line: line == "#" or line.startswith("# "), catalogue.decode().splitlines())
    fields = (f"Language: {lang}", "Content-Type: text/plain; charset=utf-8", f"Plural-Forms: {plural_forms}")
    entry = ('msgid ""', 'msgstr ""', *(f'"{field}\\n"' for field in fields))
    return "".join(f"{line}\n" for line in (*remarks, *entry, "")).encode()


def _name(entry: Message) -> str:
    return str(entry.id if isinstance(entry.id, str) else entry.id[0])


def _wants(entry: Message) -> bool:
    forms = [entry.string] if isinstance(entry.string, str) else entry.string
    return entry.fuzzy or not all(forms)


def _of_template(template: bytes) -> Iterator[Text]:
    options = {"silent": "false"}  # a template that cannot be read is an error, not one without texts
    for _, name, given, _ in babel_extract(BytesIO(template), _IN_TEMPLATES, (), options):
        text = _text([given] if given is None or isinstance(given, str) else given, counting=name == "count")
        if text:
            yield text


def _of_module(source: str) -> Iterator[Text]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            given = [one.value if isinstance(one, ast.Constant) else None for one in node.args]
            text = _text(given, counting=name in _COUNTING) if name == "say" or name in _COUNTING else None
            if text:
                yield text


def _text(given: "list[object] | tuple[object, ...]", *, counting: bool) -> Text | None:
    """Read what a call begins with: a text, or two where something is counted; lists and strings can be counted in too."""
    first, second = (*given, None, None)[:2]
    if not counting:
        return first if isinstance(first, str) else None
    return (first, second) if isinstance(first, str) and isinstance(second, str) else None
