"""A correction → the lines of YAML that say it."""

import json
import re
import textwrap
from collections.abc import Iterator

from plugins.core.model.factcheck import Correction

WIDTH = 100
"""How long a line of a text may grow."""
_BLANKS = re.compile(r"[ \t\r\n]+")
_BARE = re.compile(r"[a-z][a-z0-9-]*")
_AMBIGUOUS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def one_paragraph(text: str) -> str:
    """Give a text as the header will hold it: line ends are blanks; a blank that must not break stays what it is."""
    return _BLANKS.sub(" ", text).strip(" ")


def entry_lines(correction: Correction) -> Iterator[str]:
    """Give the lines of an item of `corrections:`, not yet indented."""
    yield f"- id: {correction.id}"
    yield f"  date: {correction.date}"
    yield f"  kind: {correction.kind}"
    for name in ("was", "now", "why"):
        text = getattr(correction, name)
        if text:
            yield f"  {name}: >-"
            yield from (f"    {line}" for line in _wrapped(text))
    if correction.verdict_was:
        pairs = (f"{_scalar(claim)}: {_scalar(verdict)}" for claim, verdict in correction.verdict_was.items())
        yield f"  verdict_was: {{{', '.join(pairs)}}}"


def _wrapped(text: str) -> list[str]:
    """Break between words alone: read again, the lines are the same text."""
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _scalar(text: str) -> str:
    """Write a word bare where no tool can take it for anything but text."""
    return text if _BARE.fullmatch(text) and text not in _AMBIGUOUS else json.dumps(text, ensure_ascii=False)
