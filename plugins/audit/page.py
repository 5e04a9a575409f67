"""One built page, taken apart: its ids, where it leads, and what no page may get wrong."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from plugins.audit.html import every, first_words, html_tree
from plugins.audit.lint import told
from plugins.core.problems import Problem

_IDS = every("//@id")
_LED_TO = every("//@href | //@src | //@action | //@poster")
_CANDIDATES = every("//@srcset")
_REFRESHES = every("//meta[@http-equiv='refresh']/@content")
_CANONICAL = every("//link[@rel='canonical']/@href")
_MARKS = every("//a[@role='doc-biblioref']")
_BACKLINKS = every("//section[@role='doc-bibliography']//a[@role='doc-backlink']")
_INLINE = every("//*[@style or @onclick or @onload]")
_SCRIPTS = every("//script[not(@src) and not(@type='application/ld+json')]")


class PageSeen(Struct, frozen=True):
    """A page: its ids, one a line, all that it leads to, loads or sends to, and its own faults."""

    ids: str
    addresses: tuple[str, ...]
    problems: tuple[Problem, ...]


def look_at(data: bytes, file: str) -> PageSeen:
    """Take a page apart; in problems it goes by the name of its file."""
    root = html_tree(data)
    ids = _IDS(root)
    refreshes = [one.partition("url=")[2] for one in _REFRESHES(root)]
    addresses = [*_LED_TO(root), *first_words(_CANDIDATES(root)), *refreshes]
    return PageSeen("\n".join(ids), tuple(dict.fromkeys(addresses)), tuple(_faults(root, ids, file)))


def canonical(data: bytes) -> str:
    """Give the address that a page says it has; nothing if it says none."""
    return next(iter(_CANONICAL(html_tree(data))), "")


def _faults(root: Any, ids: list[str], file: str) -> Iterator[Problem]:
    for one in sorted(one for one, times in Counter(ids).items() if times > 1):
        yield told(file, "DuplicateId", f"The id {one} stands twice: links to it find the first.")
    marks, backlinks = _MARKS(root), _BACKLINKS(root)
    if sorted(one.get("id", "") for one in marks) != sorted(one.get("href", "")[1:] for one in backlinks):
        sentence = f"{len(marks)} marks and {len(backlinks)} links back to marks do not answer each other."
        yield told(file, "MarksNotTwoWay", sentence)
    for one in (*marks, *backlinks):
        text = "".join(one.itertext())
        if not one.get("aria-label", "").startswith(text.strip("[]")):
            sentence = f"The name of the link “{text}” for screen readers does not begin with what it shows."
            yield told(file, "MarkName", sentence, one.sourceline)
    for one in _INLINE(root):
        sentence = f"<{one.tag}> has a style or a script of its own: the site's own policy stops it."
        yield told(file, "InlineCode", sentence, one.sourceline)
    for one in _SCRIPTS(root):
        yield told(file, "InlineCode", "A script stands in the page: the site's own policy stops it.", one.sourceline)
