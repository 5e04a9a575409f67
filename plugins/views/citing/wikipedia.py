"""A work as a template of Wikipedia: {{cite web}} of the English one, {{Lien web}} of the French one."""

import re

from plugins.views.citing.work import Date, Name, Work

_MARKUP = re.compile(r"[{}\[\]<>]|&(?=#?\w+;)|''+|~~~+|__+|\n")
_NOT_IN_URL = re.compile(r"[{}\[\]<>|\"]|''+")
_FRENCH = {
    "last": "nom", "first": "prénom", "author": "auteur", "title": "titre", "website": "site", "language": "langue",
}  # fmt: skip


def wikipedia(work: Work, changed: Date | None = None) -> str:
    """Cite a work; with the day of its last change, where the template has a place for one."""
    fields = {"url": _address(work.address), "title": work.title, **_authors(work.author), "website": work.container}
    dates = {"date": work.issued.iso if work.issued else "", "language": work.language}
    if work.language.startswith("fr"):
        return _template("Lien web", {_french(name): text for name, text in (fields | dates).items()})
    changes = {"date": changed.iso, "orig-date": dates["date"]} if changed else {}
    return _template("cite web", fields | dates | changes)


def _authors(authors: tuple[Name, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for place, name in enumerate(authors, start=1):
        number = str(place) if len(authors) > 1 else ""
        whole = {f"author{number}": name.literal}
        parts = {f"last{number}": name.family, f"first{number}": name.given}
        found |= whole if name.literal else parts
    return found


def _french(name: str) -> str:
    stem = name.rstrip("0123456789")
    return _FRENCH.get(stem, stem) + name.removeprefix(stem)


def _template(name: str, fields: dict[str, str]) -> str:
    lines = "".join(f" |{field}={text if field == 'url' else _escaped(text)}" for field, text in fields.items() if text)
    return f"{{{{{name}{lines}}}}}"


def _escaped(text: str) -> str:
    """Write what wikitext would take for markup as entities; a bar is the template {{!}}."""
    plain = _MARKUP.sub(lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), text)
    return plain.replace("|", "{{!}}")


def _address(address: str) -> str:
    return _NOT_IN_URL.sub(lambda match: "".join(f"%{ord(sign):02X}" for sign in match[0]), address)
