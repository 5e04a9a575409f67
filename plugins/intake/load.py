"""Folder → publication and problems: read, parse, resolve, check, in one straight line."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from plugins.core import rules
from plugins.core.parse.nouns import Parsed
from plugins.core.parse.text import decode
from plugins.core.problems import Problem, in_order
from plugins.core.resolve.publication import Copy, Publication
from plugins.core.resolve.resolve import resolve
from plugins.intake.parsing import parse_all
from plugins.intake.pictures import fault_of_svg
from plugins.intake.read import Files, find, sha256
from plugins.intake.snapshot_text import snapshot_text


class Loaded(Struct, frozen=True):
    """The publication and every problem of its copy, in order."""

    publication: Publication
    problems: tuple[Problem, ...]


def load(folder: Path, shown: str, now: str, *, drafts: bool = False, jobs: int = 1) -> Loaded:
    """Take in the copy of a folder at a moment (ISO 8601 with offset), in so many processes."""
    files = find(folder, shown)
    if not folder.is_dir():
        return Loaded(resolve(Copy(folder=shown), now), tuple(files.problems))
    parsed = parse_all(files, jobs)
    digests = _digests(files)
    copy = gather(parsed, shown, digests, _snapshot_texts(parsed, files))
    publication = resolve(copy, now, drafts=drafts)
    found = rules.check(publication, lambda path: _text(path, files))
    problems = [*files.problems, *(problem for one in parsed for problem in one.problems), *found]
    return Loaded(publication, tuple(in_order(rules.settle(problems, publication))))


def shown(folder: Path) -> str:
    """Give a folder as problems show it: relative to where the command runs, if it lies below."""
    here = Path.cwd()
    return folder.relative_to(here).as_posix() if folder.is_relative_to(here) else folder.as_posix()


def gather(parsed: Iterable[Parsed], shown: str, digests: dict[str, str], snapshot_texts: dict[str, str]) -> Copy:
    """Gather what the files gave."""
    parsed = list(parsed)
    return Copy(
        drafts=tuple(one.draft for one in parsed if one.draft),
        pages=tuple(one.page for one in parsed if one.page),
        topics=tuple((one.path, one.topic.id, one.topic.topic) for one in parsed if one.topic),
        sources=tuple((one.path, *item) for one in parsed for item in (one.sources or {}).items()),
        publishers=tuple((one.path, *item) for one in parsed for item in (one.publishers or {}).items()),
        masthead=next((one.masthead for one in parsed if one.masthead), None),
        files=digests,
        snapshot_texts=snapshot_texts,
        folder=shown,
        unread=frozenset(kind for one in parsed if (kind := _unread_kind(one, shown))),
        unread_drafts=frozenset(one.path for one in parsed if one.pending),
    )


def _unread_kind(parsed: Parsed, shown: str) -> str:
    """Name the kind of a file that gave nothing; empty for one that gave something."""
    if parsed.draft or parsed.page or parsed.topic or parsed.sources or parsed.publishers or parsed.masthead:
        return ""
    return parsed.path.removeprefix(f"{shown}/").partition("/")[0].removesuffix(".yaml")


def _digests(files: Files) -> dict[str, str]:
    digests = {}
    for relative in files.stored:
        path = files.folder / relative
        try:
            fault = (
                fault_of_svg(path.read_bytes())
                if relative.lower().endswith(".svg") and relative.startswith("images/")
                else ""
            )
            digests[relative] = sha256(path)
        except OSError as error:
            files.note("not-a-file", relative, f"This file cannot be read: {error.strerror}.", "mend its permissions")
            continue
        if fault:
            files.note("html-not-allowed", relative, f"{fault}.", "export it as plain drawing, or as PNG")
    return digests


def _snapshot_texts(parsed: Iterable[Parsed], files: Files) -> dict[str, str]:
    """Read the snapshots of sources in which the terms of a gap are searched."""
    parsed = list(parsed)
    gaps = [(one.draft.header, gap) for one in parsed if one.draft for gap in one.draft.header.not_found if gap.terms]
    searched = {use.source for header, _ in gaps for use in header.uses().values()} | {
        name for _, gap in gaps for name in gap.searched
    }
    texts = {}
    for source_id, source in (item for one in parsed for item in (one.sources or {}).items()):
        name = f"snapshots/{source.snapshot.file}" if source.snapshot and source_id in searched else ""
        if name in files.stored and (text := snapshot_text(files.folder / name)) is not None:
            texts[name] = text
    return texts


def _text(path: str, files: Files) -> str:
    relative = path.removeprefix(f"{files.shown}/")
    content = files.content(relative) if relative in files.texts else b""
    return "" if isinstance(content, Problem) else decode(path, content)[0]
