"""Folder → publication and problems: read, parse, resolve, check, in one straight line."""

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from plugins.core import rules
from plugins.core.model.ledger import FOLDER
from plugins.core.problems import Problem, in_order
from plugins.core.resolve.publication import Copy, Publication
from plugins.core.resolve.resolve import resolve
from plugins.core.rules.review import Review
from plugins.engine import digest_of, engine
from plugins.intake.cache import Cache
from plugins.intake.parsing import take_all
from plugins.intake.read import Files, find
from plugins.intake.shelf import Shelf
from plugins.intake.stored import digests
from plugins.intake.taken import Taken


class Loaded(Struct, frozen=True):
    """The publication, every problem of its copy, in order, and where the rest of the copy is fetched."""

    publication: Publication
    problems: tuple[Problem, ...]
    review: Review
    reviewed: frozenset[str]
    """The files in which the review found something that is not found again after each edit."""
    shelf: Shelf
    files: frozenset[str]
    """All files that were taken in, by path below the folder of the copy."""


def load(
    folder: Path,
    shown: str,
    now: str,
    *,
    drafts: bool = False,
    jobs: int = 1,
    cached: Path | None = None,
    found: Files | None = None,
    resolved: Callable[[Publication], object] = lambda _: None,
) -> Loaded:
    """Take in the copy of a folder at a moment (ISO 8601 with offset), in so many processes.

    `cached` is a folder for what files gave; without it nothing is kept. `found` are the files of the folder, if
    somebody looked for them already. `resolved` is called with the publication before it is judged.
    """
    files = found or find(folder, shown)
    cache = Cache(_cache_file(cached, folder, shown) if cached and folder.is_dir() else None, engine())
    kept = cache.files()
    taken = take_all(files, cache, kept, jobs)
    stored = digests(files, cache, kept)
    shelf = Shelf(folder, shown, cache, stored)
    publication = resolve(gather(taken, shown, stored, files.last_texts), now, drafts=drafts)
    resolved(publication)
    review = Review(publication, shelf)
    found = rules.check(review) if folder.is_dir() else []
    problems = [*files.problems, *(problem for one in taken for problem in one.parsed.problems), *found]
    return Loaded(
        publication=publication,
        problems=tuple(in_order(rules.settle(problems, publication))),
        review=review,
        reviewed=frozenset(problem.place.path for problem in found if problem.code not in rules.REJUDGED),
        shelf=shelf,
        files=frozenset(files.stamps),
    )


def gather(taken: Iterable[Taken], shown: str, stored: dict[str, str], last_texts: Iterable[str] = ()) -> Copy:
    """Gather what the files gave; `last_texts` lie in the ledger and are not read."""
    taken = list(taken)
    parsed = [one.parsed for one in taken]
    return Copy(
        briefs=tuple(one.brief for one in taken if one.brief),
        pages=tuple(one.page for one in parsed if one.page),
        topics=tuple((one.path, one.topic.id, one.topic.topic) for one in parsed if one.topic),
        sources=tuple((one.path, *item) for one in parsed for item in (one.sources or {}).items()),
        publishers=tuple((one.path, *item) for one in parsed for item in (one.publishers or {}).items()),
        ledger=tuple((one.path, one.ledger) for one in parsed if one.ledger),
        source_pages=frozenset(name for one in parsed for name in one.source_pages),
        topic_pages=frozenset(name for one in parsed for name in one.topic_pages),
        entered=next((one.entered for one in parsed if one.entered), None),
        last_texts=frozenset(last_texts),
        shown={name: digest for one in reversed(taken) for name, digest in one.shown.items()},
        masthead=next((one.masthead for one in parsed if one.masthead), None),
        files=stored,
        folder=shown,
        unread=frozenset(_kind(one.parsed.path, shown) for one in taken if _is_unread(one, shown)),
        unread_drafts=frozenset(one.path for one in parsed if one.pending),
    )


def _is_unread(one: Taken, shown: str) -> bool:
    """Tell whether something of a file could not be read; a file of the ledger may lack single lines."""
    if one.brief is None and one.parsed.empty:
        return True
    return bool(one.parsed.problems) and _kind(one.parsed.path, shown) == FOLDER


def _kind(path: str, shown: str) -> str:
    """Name the kind of a file by its place."""
    return path.removeprefix(f"{shown}/").partition("/")[0].removesuffix(".yaml")


def _cache_file(cached: Path, folder: Path, shown: str) -> Path:
    """Name the cache of a folder of copy; paths as problems show them are in it."""
    name = digest_of("\0".join((str(folder.resolve()), shown)).encode()).hex()
    return cached / f"{name}.copy"
