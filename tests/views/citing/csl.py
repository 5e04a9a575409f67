"""What CSL-JSON allows (Citation Style Language 1.0.2, csl-data.json), as far as we could use it: a strict little reader."""

from collections.abc import Iterator
from datetime import date
from typing import Any

_TEXTS = frozenset({
    "abstract", "annote", "archive", "archive_collection", "archive_location", "archive-place", "authority", "call-number",
    "container-title", "DOI", "genre", "id", "keyword", "language", "medium", "note", "publisher", "publisher-place", "section",
    "source", "status", "title", "title-short", "URL", "version",
})  # fmt: skip
_NUMBERS = frozenset({"citation-number", "edition", "number", "page", "volume"})
_TYPES = frozenset({
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "dataset",
    "document", "entry", "entry-dictionary", "entry-encyclopedia", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "motion_picture", "personal_communication", "post", "post-weblog", "regulation", "report", "speech", "standard",
    "treaty", "webpage",
})  # fmt: skip


def complaints(items: Any) -> list[str]:
    """Name all that is not as CSL has it."""
    return [f"{item.get('id')}: {fault}" for item in items for fault in _item(item)]


def _item(item: dict[str, Any]) -> Iterator[str]:
    if not item.get("id") or item.get("type") not in _TYPES:
        yield "no id, or no such type"
    for name, value in item.items():
        if not _fits(name, value):
            yield f"{name} is {value!r}"


def _fits(name: str, value: Any) -> bool:
    if name in {"issued", "accessed"}:
        return set(value) == {"date-parts"} and len(value["date-parts"]) == 1 and _is_date(value["date-parts"][0])
    if name == "author":
        return bool(value) and all(
            set(one) in ({"family", "given"}, {"literal"}) and all(one.values()) for one in value
        )
    if name in _NUMBERS:
        return isinstance(value, int | str) and bool(value)
    return name in _TEXTS | {"type"} and isinstance(value, str) and bool(value)


def _is_date(parts: list[int]) -> bool:
    return 0 < len(parts) <= 3 and bool(date(*(*parts, 1, 1)[:3]))
