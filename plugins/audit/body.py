"""The full text of an entry, taken apart as HTML: where it leads, and what of it could do harm."""

import re
from collections.abc import Iterable

from msgspec import Struct

from plugins.audit.html import every, first_words, html_tree

_ADDRESSES = every("//@href | //@src | //@poster | //@cite | //@action | //@data")
_CANDIDATES = every("//@srcset")
_HANDLERS = every("//*[@*[starts-with(name(), 'on')]]")
_HARM = every(
    "//script | //iframe | //frame | //object | //embed | //applet | //form | //style | //base | //meta | //link"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_RUNS = re.compile(r"\s*(?:java|vb)script:|\s*data:(?!image/)", re.IGNORECASE)


class Body(Struct, frozen=True):
    """What a full text leads to, in its order: whole addresses, relative ones, bare fragments; and what could do harm."""

    whole: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    fragments: tuple[str, ...] = ()
    harm: tuple[str, ...] = ()


def look(html: str) -> Body:
    """Take a text apart as readers do, which forgive everything."""
    if "<" not in html:
        return Body()
    root = html_tree(f"<div>{html}</div>".encode())
    addresses = [*_ADDRESSES(root), *first_words(_CANDIDATES(root))]
    harm = [f"<{one.tag}>" for one in _HARM(root)] + [f"a handler of events on <{one.tag}>" for one in _HANDLERS(root)]
    return Body(
        whole=_each(one for one in addresses if _SCHEME.match(one)),
        relative=_each(one for one in addresses if not _SCHEME.match(one) and not one.startswith("#")),
        fragments=_each(one for one in addresses if one.startswith("#")),
        harm=_each(harm + [one for one in addresses if _RUNS.match(one)]),
    )


def _each(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
