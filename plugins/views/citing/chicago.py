"""A work as an entry of a bibliography in Chicago style (17th edition, notes and bibliography), English."""

import re

from plugins.views.citing.headline import headline
from plugins.views.citing.prose import MONTHS, Prose, stop, stopped
from plugins.views.citing.work import Date, Name, Work

_MOST, _OF_MORE = 10, 7
_STRAIGHT = re.compile(r'"([^"]*)"')


def chicago(work: Work, day: Date) -> Prose:
    """Cite a work by a day: that of its publication."""
    title = headline(work.title) if work.language.startswith("en") else work.title
    title = _STRAIGHT.sub(r"‘\1’", title).replace("“", "‘").replace("”", "’")  # quotes within quotes are single
    year, month, number = day.parts[0]
    date = f"{MONTHS[month - 1]} {number}, {year}"
    where = f"{work.container}, {date}" if work.container else date
    return Prose(f"{stopped(_authors(work.author))} “", title, f"{stop(title)}” {where}. {work.address}.")


def _authors(authors: tuple[Name, ...]) -> str:
    names = [authors[0].inverted, *(one.natural for one in authors[1:])]
    if len(names) > _MOST:
        return f"{', '.join(names[:_OF_MORE])}, et al."
    return f"{', '.join(names[:-1])}, and {names[-1]}" if len(names) > 1 else names[0]
