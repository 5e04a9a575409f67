"""The object of a JSON Feed → Feed (https://www.jsonfeed.org/version/1.1/). JSON knows no lines: all is in line 1."""

from collections.abc import Iterator
from typing import Any

from plugins.audit.feed import Entry, Feed, Link

_RELATIONS = {"feed_url": "self", "home_page_url": "alternate", "next_url": "next"}


def json_feed(top: dict[str, Any], data: bytes, address: str) -> Feed:
    """Take a JSON Feed apart; what is of a wrong type counts as not there."""
    items = top.get("items")
    return Feed(
        address,
        "json",
        data,
        top,
        title=_text(top, "title"),
        page=_text(top, "home_page_url"),
        lang=_text(top, "language"),
        updated="",
        links=tuple(_links(top)),
        entries=tuple(_entry(one, _authors(top)) for one in items if isinstance(one, dict))
        if isinstance(items, list)
        else (),
        archive=False,
    )


def _entry(item: dict[str, Any], inherited: tuple[str, ...]) -> Entry:
    return Entry(
        line=1,
        id=_text(item, "id"),
        title=_text(item, "title"),
        link=_text(item, "url"),
        html=_text(item, "content_html"),
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        raw=item,
        authors=_authors(item) or inherited,
    )


def _authors(holder: dict[str, Any]) -> tuple[str, ...]:
    given = holder.get("authors")
    return tuple(_text(one, "name") for one in given if isinstance(one, dict)) if isinstance(given, list) else ()


def _links(top: dict[str, Any]) -> Iterator[Link]:
    for name, rel in _RELATIONS.items():
        if _text(top, name):
            yield Link(rel, _text(top, name))
    hubs = top.get("hubs")
    for hub in hubs if isinstance(hubs, list) else ():
        if isinstance(hub, dict):
            yield Link("hub", _text(hub, "url"))


def _text(holder: dict[str, Any], name: str) -> str:
    value = holder.get(name)
    return value.strip() if isinstance(value, str) else ""
