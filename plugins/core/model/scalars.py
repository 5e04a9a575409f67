"""The scalar types of the copy: strings with a shape, checked and explained here, once.

They stay plain `str` at run time. ISO 8601 dates sort as text, encode compactly, and keep the
precision that the editor typed (`2025`, `2025-10`, `2025-10-24`).
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated
from urllib.parse import urlsplit

from msgspec import Meta

_ID = r"^[a-z0-9-]+$"
_NUMBER = r"^[1-9][0-9]{0,2}$"
_LANG = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_PARTIAL = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2}))?$"

LONGEST_ID = 200
"""Ids become names of files, with endings."""

_LIKE_ID, _LIKE_NUMBER, _LIKE_LANG, _LIKE_DAY, _LIKE_PARTIAL, _LIKE_MOMENT = map(
    re.compile, (_ID, _NUMBER, _LANG, _DAY, _PARTIAL, _MOMENT)
)

_NOT_IN_ADDRESS = re.compile(r"[\s<>\"\\]")
_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#][^\s<>\"\\]*)?")
"""An absolute address with nothing about its host that has to be thought about."""


def _shaped(pattern: str, scalar: str) -> Meta:
    """Tell a shape to the JSON Schema alone: the converter checks it and says what is wrong in an editor's words."""
    return Meta(extra={"scalar": scalar}, extra_json_schema={"pattern": pattern})


Id = Annotated[str, _shaped(_ID, "id")]
PersonId = Annotated[str, _shaped(_ID, "person")]
Number = Annotated[str, _shaped(_NUMBER, "number")]
Lang = Annotated[str, _shaped(_LANG, "lang")]
Day = Annotated[str, _shaped(_DAY, "day")]
PartialDate = Annotated[str, _shaped(_PARTIAL, "partial")]
Moment = Annotated[str, _shaped(_MOMENT, "moment")]
Url = Annotated[str, _shaped(r"^https?://[^\s<>]+$", "url")]
Where = Annotated[str, Meta(extra={"scalar": "where"}, description="A source id, or an address")]
Sha256 = Annotated[str, _shaped(r"^[0-9a-f]{64}$", "sha256")]
Digest = Annotated[str, _shaped(r"^[0-9a-f]{32}$", "digest")]
LocalPath = Annotated[str, _shaped(r"^/", "local_path")]
Inline = Annotated[str, Meta(extra={"scalar": "inline"}, description="Markdown of one paragraph; marks resolve")]
Quoted = Annotated[
    str, Meta(extra={"scalar": "inline-unresolved"}, description="Markdown of one paragraph; marks stay text")
]


def _real_date(text: str) -> bool:
    try:
        return _within(date.fromisoformat(text))
    except ValueError:
        return False


def _within(day: date) -> bool:
    """Tell whether a date can be moved to any time zone, and is no slip of the pen such as year 0025."""
    return 1000 <= day.year <= 9998


def _id(text: str) -> str | None:
    if len(text) > LONGEST_ID:
        return f"an id has {LONGEST_ID} characters at most"
    if _LIKE_ID.fullmatch(text) and text.strip("-"):
        return None
    return "an id is made of a-z, 0-9 and hyphens"


def _number(text: str) -> str | None:
    return None if _LIKE_NUMBER.fullmatch(text) else "a mark number is 1 to 999, without leading zero"


def _lang(text: str) -> str | None:
    return None if _LIKE_LANG.fullmatch(text) else "a language is a tag such as `en`, `fr` or `pt-BR` (BCP 47)"


def _day(text: str) -> str | None:
    ok = _LIKE_DAY.fullmatch(text) and _real_date(text)
    return None if ok else "a day is written YYYY-MM-DD and has to exist"


def _partial(text: str) -> str | None:
    padded = text + "-01-01"[len(text) - 4 :] if _LIKE_PARTIAL.fullmatch(text) else ""
    return None if _real_date(padded) else "a date is written YYYY, YYYY-MM or YYYY-MM-DD and has to exist"


def _real_moment(text: str) -> bool:
    try:
        return _within(datetime.fromisoformat(text))
    except ValueError:
        return False


def _moment(text: str) -> str | None:
    if _LIKE_MOMENT.fullmatch(text) and _real_moment(text):
        return None
    return "a moment is written YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS-05:00 (with its offset) and has to exist"


def _url(text: str) -> str | None:
    if is_web_address(text):
        return None
    if not text.startswith(("https://", "http://")):
        return "an address begins with https:// or http:// and holds no blanks"
    sign = _NOT_IN_ADDRESS.search(text)
    if sign:
        return "an address holds no blanks" if sign[0].isspace() else f"an address holds no `{sign[0]}`"
    return "an address has the name of a host behind https:// or http://"


def _where(text: str) -> str | None:
    return _url(text) if ":" in text else None


def _sha256(text: str) -> str | None:
    return None if re.fullmatch(r"[0-9a-f]{64}", text) else "a SHA-256 is 64 hexadecimal digits"


def _digest(text: str) -> str | None:
    return None if re.fullmatch(r"[0-9a-f]{32}", text) else "a digest of the ledger is 32 hexadecimal digits"


def _local_path(text: str) -> str | None:
    ok = re.fullmatch(r"/[^\s<>\"'\\?#]*", text) and not {".", ".."} & set(text.split("/")) and "//" not in text
    return None if ok else "a former address begins with / and holds no blanks, `..` or `//`"


def is_web_address(text: str) -> bool:
    """Tell whether this is an absolute http(s) address with a host."""
    if _PLAIN_ADDRESS.fullmatch(text):
        return True
    if not text.startswith(("https://", "http://")) or _NOT_IN_ADDRESS.search(text):
        return False
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:
        return False


def _person(text: str) -> str | None:
    return None if text else "the id of a person stands under `people:` in publication.yaml"


SCALARS: dict[str, Callable[[str], str | None]] = {
    "id": _id,
    "person": _person,
    "number": _number,
    "lang": _lang,
    "day": _day,
    "partial": _partial,
    "moment": _moment,
    "url": _url,
    "where": _where,
    "sha256": _sha256,
    "digest": _digest,
    "local_path": _local_path,
}
"""Scalar name → check: `None` when the text fits, else what such a text looks like."""

NO_DATE = "1970-01-01"
"""What stands in for a date that is missing or of no use; the fault is noted, and the build stops."""

EXAMPLES = {
    "id": "trade-2025",
    "person": "ada",
    "number": "3",
    "lang": "fr",
    "day": "2026-11-23",
    "partial": "2026-11-23",
    "moment": "2026-11-23",
    "url": "https://…",
    "where": "https://…",
    "local_path": "/2019/old-name/",
}
"""Scalar name → a text that fits, to be shown to whoever wrote one that does not."""

DATES = frozenset({"day", "partial", "moment"})
