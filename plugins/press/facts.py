"""All that pages can stand on, as facts: a fact is a number that changes when what it names changes.

A page remembers the facts that its view read. While all of them hold, the page stands as it is.
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from plugins.core.resolve.publication import FactCheck, Publication
from plugins.engine import digest_of

_ENCODE = msgspec.msgpack.Encoder().encode  # mappings in the order in which they were typed: views show it
_BYTES = 8


class Reads:
    """The facts that were read since somebody began to watch."""

    def __init__(self) -> None:
        """Begin with none."""
        self.facts: set[int] = set()


def facts(publication: Publication, files: Mapping[str, str]) -> dict[str, int]:
    """Give every fact by its name; `files` are templates (`template NAME`), theme files (`asset NAME`), catalogues (`words LANGUAGE`)."""
    named = {name: _fact(name, value) for name, value in _values(publication)}
    return named | {name: _fact(name, digest.encode()) for name, digest in files.items()}


def fact_of(check: FactCheck) -> tuple[str, int]:
    """Give the fact of one fact-check, with its name."""
    name = f"check {check.id}"
    return name, _fact(name, _of_check(check))


def _fact(name: str, value: bytes) -> int:
    return int.from_bytes(digest_of(name.encode() + b"\0" + value)[:_BYTES])


def _values(publication: Publication) -> Iterator[tuple[str, bytes]]:
    yield "masthead", _ENCODE(publication.masthead)
    yield "today", publication.today.encode()
    yield "pages", _ENCODE([(page.slug, page.header) for page in publication.copy.pages])
    yield from ((f"page {page.slug}", _ENCODE(page)) for page in publication.copy.pages)
    yield "checks", _lines(publication.factchecks)
    for prefix in publication.prefixes().values():
        yield from _in_a_language(publication, prefix)
    yield from ((f"check {name}", _of_check(check)) for name, check in publication.factchecks.items())
    yield "topics", _ENCODE(publication.topics)
    yield from ((f"topic {name}", _ENCODE(topic)) for name, topic in publication.topics.items())
    yield "sources", _lines(publication.sources)
    yield from ((f"source {name}", _ENCODE(source)) for name, source in publication.sources.items())
    yield "publishers", _ENCODE(publication.publisher_of)
    yield "files", _lines(publication.copy.files)
    yield from ((f"picture {name}", digest.encode()) for name, digest in publication.copy.files.items())


def _in_a_language(publication: Publication, prefix: str) -> Iterator[tuple[str, bytes]]:
    yield f"listed {prefix}", _lines(check.id for check in publication.listed(prefix))
    yield f"changed {prefix}", _lines(check.id for check in publication.changed(prefix))
    uses, members = publication.uses_in(prefix), publication.members
    yield f"uses {prefix}", _ENCODE(uses)
    yield from ((f"users {name} {prefix}", _lines(ids)) for name, ids in uses.items())
    yield from ((f"members {name} {prefix}", _lines(publication.members_in(name, prefix))) for name in members)


def _of_check(check: FactCheck) -> bytes:
    """Tell a fact-check: its file, and how it stands."""
    standing = (
        check.standing,
        check.published,
        check.updated,
        check.day,
        check.lang,
        check.prefix,
        *check.topics,
        *check.translations,
    )
    return check.brief.digest + "\n".join(standing).encode()


def _lines(names: Iterable[str]) -> bytes:
    return "\n".join(names).encode()
