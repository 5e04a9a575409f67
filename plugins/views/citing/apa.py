"""A work as a reference in APA style (7th edition), English; the title is set in italics."""

from plugins.views.citing.prose import MONTHS, Prose, stop, stopped
from plugins.views.citing.work import Date, Name, Work

_MOST = 20
"""So many authors are named; of more, all but the last of these and the very last."""


def apa(work: Work, day: Date) -> Prose:
    """Cite a work by a day: that of its last change, which APA asks for where a page shows one."""
    year, month, number = day.parts[0]
    date = f"{year}, {MONTHS[month - 1]} {number}"
    where = f"{stopped(work.container)} {work.address}" if work.container else work.address
    return Prose(f"{stopped(_authors(work.author))} ({date}). ", work.title, f"{stop(work.title)} {where}")


def _authors(authors: tuple[Name, ...]) -> str:
    names = [_name(one) for one in authors]
    if len(names) > _MOST:
        return f"{', '.join(names[: _MOST - 1])}, … {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)


def _name(name: Name) -> str:
    return name.literal or f"{name.family}, {_initials(name.given)}"


def _initials(given: str) -> str:
    """Shorten given names: “Jean-Paul A.” → “J.-P. A.”."""
    return " ".join(
        "-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.replace(".", ". ").split()
    )
