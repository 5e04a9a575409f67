"""One feed → its problems. Pure: the same bytes at the same address have the same problems."""

from collections.abc import Callable, Iterator

from plugins.audit.body import Body, look
from plugins.audit.feed import Feed, Unreadable
from plugins.audit.reading import read
from plugins.audit.rules.rule import AGAIN, Found, Rule, Seen
from plugins.audit.rules.table import RULES
from plugins.core.problems import Place, Problem, Severity

UNREADABLE = "SAXError"
"""The name of the W3C's validator for what no parser takes."""


def lint(data: bytes, address: str, file: str = "") -> list[Problem]:
    """Judge a feed that is served at an address; in problems it goes by the name of its file."""
    try:
        feed = read(data, address)
    except Unreadable as error:
        return [unreadable(file or address, error)]
    return list(problems_of(feed, file or address, look))


def problems_of(feed: Feed, file: str, look: Callable[[str], Body]) -> Iterator[Problem]:
    """Judge a feed that was read; `look` takes the full text of an entry apart, or knows it already."""
    seen = Seen(feed, tuple(look(entry.html) for entry in feed.entries))
    for rule in RULES:
        yield from (problem(file, rule, found) for found in rule.find(seen))


def problem(file: str, rule: Rule, found: Found) -> Problem:
    """Say what was found as a problem of a file."""
    return told(file, rule.name, rule.sentence.format(found.what), found.line, rule.fix)


def unreadable(file: str, error: Unreadable) -> Problem:
    """Say that a file is no feed at all."""
    return told(file, UNREADABLE, f"No reader can read this feed: {error.why}.", error.line)


def told(file: str, name: str, sentence: str, line: int = 1, fix: str = AGAIN) -> Problem:
    """Make the problem: whatever an audit finds is an error, for readers have it before us."""
    return Problem(Place(file, line), name, Severity.ERROR, sentence, fix)
