"""All that pages can stand on, as facts: a fact is a number that changes when what it names changes.

A page remembers the facts that its view read. While all of them hold, the page stands as it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

import msgspec
from msgspec.structs import replace

from plugins.core.resolve.ledger import idle_pages
from plugins.core.resolve.publication import LINES_PER_PAGE, FactCheck, Publication, pages_for
from plugins.engine import digest_of

_ENCODE = msgspec.msgpack.Encoder().encode  # mappings in the order in which they were typed: views show it
_BYTES = 8


def facts(publication: Publication) -> dict[str, int]:
    """Give every fact of the copy by its name."""
    named = {name: _fact(name, value) for name, value in _values(publication)}
    return named | dict(map(_of_text, publication.factchecks.values()))


def facts_of_theme(files: Mapping[str, str]) -> dict[str, int]:
    """Give the facts of templates (`template NAME`), theme files (`asset NAME`) and catalogues (`words LANGUAGE`), whose digests are given."""
    return {name: _fact(name, digest.encode()) for name, digest in files.items()}


def _of_text(check: FactCheck) -> tuple[str, int]:
    """Give the fact of all that is in the file of a fact-check, with its name; the digest is of the file's path too."""
    return f"text {check.id}", int.from_bytes(check.brief.digest[:_BYTES])


def facts_of_edit(before: Publication, now: Publication, ids: Iterable[str]) -> dict[str, int]:
    """Give the facts that fact-checks edited in place may have changed, by name."""
    pairs = [(before.factchecks[one], now.factchecks[one]) for one in ids]
    named = dict(_of_text(check) for _, check in pairs)
    for _, check in pairs:
        name = f"check {check.id}"
        named[name] = _fact(name, _of_check(check))
    for prefix in {new.prefix for old, new in pairs if extract_of(old) != extract_of(new)}:
        name = f"extracts {prefix}"
        named[name] = _fact(name, _extracts(now.listed(prefix)))
    return named


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
    for name, source in publication.sources.items():
        yield f"source {name}", _ENCODE(replace(source, quotes=()))
        yield f"quotes {name}", _ENCODE(source.quotes)
    yield from _of_evidence(publication)
    yield "files", _lines(publication.copy.files)
    yield from ((f"picture {name}", digest.encode()) for name, digest in publication.copy.files.items())


def _of_evidence(publication: Publication) -> Iterator[tuple[str, bytes]]:
    checks, origins = publication.factchecks, publication.origins
    yield "uses", _lines((*publication.uses, "", *idle_pages(publication)))
    translated = any(check.translations for check in checks.values())
    for name, users in publication.uses.items():
        told = _users(name, users, checks) if translated or len(users) == 1 else users
        yield f"users {name}", _lines((*told, *["page"] * publication.has_page(name)))
    for page in range(1, pages_for(len(publication.in_use), LINES_PER_PAGE) + 1):
        yield f"in use {page}", _lines((*publication.in_use_on(page), str(len(publication.in_use))))
    yield "retracted", _lines(publication.retracted())
    yield "publisher entries", _ENCODE(publication.publishers)
    yield "names", _lines(publication.publisher_of)
    yield "shares", _ENCODE(origins.shares())
    for name, publisher in publication.publishers.items():
        yield f"publisher {name}", _ENCODE(publisher)
        yield f"texts {name}", _ENCODE(origins.known.get(name))
    yield from ((f"publisher of {name}", one.encode()) for name, one in publication.publisher_of.items())


def _users(source_id: str, users: tuple[str, ...], checks: Mapping[str, FactCheck]) -> Iterator[str]:
    """Tell who cites a source, where each stands in other languages, and where it stands if it is the only one."""
    yield from users
    for other in chain.from_iterable(checks[one].translations for one in users):
        if checks[other].brief.leans_on(source_id):
            yield checks[other].address
    if len(users) == 1:
        yield checks[users[0]].address


def _in_a_language(publication: Publication, prefix: str) -> Iterator[tuple[str, bytes]]:
    listed = publication.listed(prefix)
    yield f"listed {prefix}", _lines([check.id for check in listed])
    yield f"extracts {prefix}", _extracts(listed)
    yield f"indexed {prefix}", _ENCODE(publication.indexed(prefix))
    yield f"changed {prefix}", _lines(check.id for check in publication.changed(prefix))
    for name in publication.masthead.people:
        yield f"works {name} {prefix}", _lines(publication.works_in(name, prefix))
    for name, content in publication.feeds[prefix].items():
        yield f"feed {name} {prefix}", _lines((content.newest_archive, *content.newest))
        for month, archive in content.archives.items():
            yield f"archive {name} {month} {prefix}", _lines((archive.before, archive.after, *archive.entries))
    outlines = {check.id: _ENCODE(check.outline) for check in listed}
    for name in publication.members:
        members = publication.members_in(name, prefix)
        yield f"members {name} {prefix}", _lines(members)
        yield f"outlines {name} {prefix}", b"".join(outlines[one] for one in members)


def _of_check(check: FactCheck) -> bytes:
    """Tell what is known of a fact-check at all times: what was typed, and how it stands; not its text."""
    standing = (
        check.standing,
        check.published,
        check.updated,
        check.first,
        check.day,
        check.lang,
        check.prefix,
        *check.topics,
        *check.translations,
    )
    return check.brief.told + "\n".join(standing).encode()


def _extracts(listed: Iterable[FactCheck]) -> bytes:
    """Tell what data files show of the fact-checks in the lists of a language."""
    return b"".join([part for check in listed for part in extract_of(check)])


def extract_of(check: FactCheck) -> tuple[bytes, bytes]:
    """Tell all of a fact-check that data files show: how it stands, and its extract."""
    brief = check.brief
    shown = (brief.id, brief.slug, brief.title, brief.summary, brief.as_of, brief.translation_of)
    stands = (check.published, check.updated, check.lang)
    return "\0".join((*shown, *stands, *check.topics)).encode(), brief.extract


def _lines(names: Iterable[str]) -> bytes:
    return "\n".join(names).encode()
