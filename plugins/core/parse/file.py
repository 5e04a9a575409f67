"""Any file of `content/` → what it holds. The folder tells the kind."""

import re
from collections.abc import Callable

from msgspec.structs import replace

from plugins.core import addresses
from plugins.core.model.ledger import MASTHEAD, SOURCE_PAGES, TOPIC_PAGES
from plugins.core.model.publication import Masthead, PageHeader
from plugins.core.model.source import Publisher, Source
from plugins.core.model.topic import Topic
from plugins.core.parse.body import read_body
from plugins.core.parse.convert import convert, convert_map
from plugins.core.parse.factcheck import parse_factcheck
from plugins.core.parse.header import split, split_or_note
from plugins.core.parse.ledger import parse_entered_masthead, parse_ledger, parse_source_pages, parse_topic_pages
from plugins.core.parse.nouns import Parsed, WrittenPage, WrittenTopic
from plugins.core.parse.plain_fields import note_marks
from plugins.core.parse.report import Faults
from plugins.core.parse.slugs import fault_of_slug
from plugins.core.parse.text import decode, readable
from plugins.core.parse.yaml_tree import Node, compose

_STATUS = re.compile(r"^status:[ \t]*(\S*)[ \t]*$", re.MULTILINE)


def parse_file(relative: str, path: str, content: bytes) -> Parsed:
    """Parse one file; `relative` is its path below `content/`, `path` the one that problems show."""
    text, faults = decode(path, content)
    if not text:
        pending = relative.startswith("articles/") and _is_draft(readable(content))
        return Parsed(path, pending=pending, problems=tuple(faults.problems))
    faults = Faults(path, text, problems=faults.problems)
    return replace(_kind(relative)(relative, faults), problems=tuple(faults.problems))


def _kind(relative: str) -> Callable[[str, Faults], Parsed]:
    if relative in _FILES:
        return _FILES[relative]
    folder = relative.partition("/")[0]
    return {"articles": _factcheck, "sources": _sources, "topics": _topic, "pages": _page, "ledger": parse_ledger}[
        folder
    ]


def _factcheck(relative: str, faults: Faults) -> Parsed:
    draft = parse_factcheck(relative, faults)
    return Parsed(faults.path, draft=draft, pending=draft is None and _is_draft(faults.text))


def _is_draft(text: str) -> bool:
    """Tell whether a file of which nothing else can be read says that it is a draft, and nothing else."""
    return set(_STATUS.findall(split(text).header)) == {"draft"}


def _sources(_relative: str, faults: Faults) -> Parsed:
    root = compose(faults)
    return Parsed(faults.path, sources=convert_map(root, Source, faults) if root else {})


def _publishers(_relative: str, faults: Faults) -> Parsed:
    root = compose(faults)
    return Parsed(faults.path, publishers=convert_map(root, Publisher, faults) if root else {})


def _masthead(_relative: str, faults: Faults) -> Parsed:
    root = compose(faults)
    return Parsed(faults.path, masthead=convert(root, Masthead, faults) if root else None)


def _topic(relative: str, faults: Faults) -> Parsed:
    name = relative.removeprefix("topics/").removesuffix(".yaml")
    _check_slug(name, frozenset({"page"}), "topics/", faults)
    root = compose(faults)
    topic = convert(root, Topic, faults) if root else None
    if root is None or topic is None:
        return Parsed(faults.path)
    note_marks(root, Topic, faults)
    return Parsed(faults.path, topic=WrittenTopic(faults.path, name, topic))


def _page(relative: str, faults: Faults) -> Parsed:
    parts = split_or_note(faults.text, faults)
    if parts is None:
        return Parsed(faults.path)
    header_faults = faults.part(parts.header, parts.header_line)
    root = compose(header_faults)
    header = convert(root, PageHeader, header_faults) if root else None
    body = read_body(parts, faults)
    if root is None or header is None:
        return Parsed(faults.path)
    note_marks(root, PageHeader, header_faults)
    slug = header.slug or relative.removeprefix("pages/").removesuffix(".md")
    _check_slug(slug, addresses.SEGMENTS, "", faults, root.value["slug"][0] if header.slug else None)
    return Parsed(faults.path, page=WrittenPage(faults.path, slug, header, body))


def _check_slug(slug: str, reserved: frozenset[str], below: str, faults: Faults, key: Node | None = None) -> None:
    """Note a slug that cannot be one: at the key that gives it, else at the file that is named so."""
    wrong = f"the site uses `/{below}{slug}/` itself" if slug in reserved else fault_of_slug(slug)
    if not wrong:
        return
    line, column, fix = (key.line + 1, key.column, "choose another slug") if key else (0, 0, "rename the file")
    faults.add("bad-slug", line, column, f"`{slug}` cannot be a slug: {wrong}.", fix)


_FILES: dict[str, Callable[[str, Faults], Parsed]] = {
    "publication.yaml": _masthead,
    "publishers.yaml": _publishers,
    SOURCE_PAGES: parse_source_pages,
    TOPIC_PAGES: parse_topic_pages,
    MASTHEAD: parse_entered_masthead,
}
"""Files that are alone of their kind."""
