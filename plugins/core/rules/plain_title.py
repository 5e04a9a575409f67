"""Titles are plain: some readers of feeds leave out what looks like HTML in them."""

import re
from collections.abc import Iterator

from plugins.core.model.worded import Worded
from plugins.core.parse.nouns import Draft
from plugins.core.problems import Finding, Pointer, Spot
from plugins.core.rules.review import Review

_HTML_LIKE = re.compile(r"<[^<>\s]{0,40}>?|&(?:[A-Za-z]+|#\d+|#x[\dA-Fa-f]+);")
_FIX = "write it in words, such as “under 5 %”; a sign goes in as itself, not by its name"


def check_draft(draft: Draft) -> Iterator[Finding]:
    """Look at the title of a fact-check."""
    yield from _in(draft.header.title, draft.path, ("title",))


def check(review: Review) -> Iterator[Finding]:
    """Look at what else names a feed, an entry's author or its subject."""
    publication = review.publication
    file, masthead = f"{publication.copy.folder}/publication.yaml", publication.masthead
    yield from _in(masthead.name, file, ("name",))
    yield from _in(masthead.tagline, file, ("tagline",))
    for name, person in masthead.people.items():
        yield from _in(person.name, file, ("people", name, "name"))
    for path, _, topic in publication.copy.topics:
        yield from _in(topic.title, path, ("title",))
        yield from _in(topic.summary, path, ("summary",))


def _in(text: Worded, path: str, pointer: Pointer) -> Iterator[Finding]:
    for one in text.values() if isinstance(text, dict) else (text,):
        found = _HTML_LIKE.search(one)
        if found:
            message = (
                f"Some readers of feeds leave out `{found[0]}` here, or what follows it, since it looks like HTML."
            )
            yield Finding(Spot(path, pointer), "plain-title", message, _FIX)
            return
