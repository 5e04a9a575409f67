"""A work as an entry of BibTeX, which BibLaTeX reads as well."""

import re

from plugins.views.citing.work import Date, Name, Work

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COMMANDS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")
_NOT_IN_URL = re.compile(r"[\\{}\s]")


def bibtex(work: Work, changed: Date | None = None) -> str:
    """Give the entry, its key the id of the work; the day of the last change is its version.

    Braces are written as commands, since BibTeX counts even those behind a backslash. The title stands in braces of its
    own: no style may take its capitals away.
    """
    fields = {
        "author": f"{{{' and '.join(map(_name, work.author))}}}",
        "title": f"{{{{{_escaped(work.title)}}}}}",
        "howpublished": _braced(work.container or work.publisher),
        **_dates(work.issued),
        "version": _braced(changed.iso if changed else ""),
        "edition": _braced(work.edition),
        "note": _braced(work.note),
        "url": _verbatim(work.address),
        "urldate": _braced(work.accessed.iso if work.accessed else ""),
        "archive": _braced(work.held_at),
        "archiveurl": _verbatim(work.archived_at),
        "language": _braced(work.language),
    }
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@misc{{{work.id},\n{lines}}}\n"


def _dates(date: Date | None) -> dict[str, str]:
    if date is None:
        return {}
    year, *rest = date.parts[0]
    values = [f"{{{year}}}", *(_MONTHS[month - 1] for month in rest[:1]), *(f"{{{day}}}" for day in rest[1:])]
    return dict(zip(("year", "month", "day"), values, strict=False))


def _name(name: Name) -> str:
    """Give a name; one that is whole stands in braces, so that BibTeX leaves it so."""
    if name.literal:
        return f"{{{_escaped(name.literal)}}}"
    return f"{_escaped(name.family)}, {_escaped(name.given)}"


def _braced(text: str) -> str:
    return f"{{{_escaped(text)}}}" if text else ""


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _COMMANDS[match[0]], text) if _SPECIAL.search(text) else text


def _verbatim(address: str) -> str:
    """Give an address, which BibTeX takes as it is; what it could not hold is percent-encoded."""
    return f"{{{_NOT_IN_URL.sub(lambda match: f'%{ord(match[0]):02X}', address)}}}" if address else ""
