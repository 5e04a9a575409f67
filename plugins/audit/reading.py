"""Bytes → Feed. XML is read as a reader should: nothing is fetched, no entity is resolved."""

from typing import Any

import msgspec
from lxml import etree

from plugins.audit.feed import ATOM, CONTENT, CREATOR, HISTORY, Entry, Feed, Link, Unreadable
from plugins.audit.json_feed import json_feed

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(data: bytes, address: str) -> Feed:
    """Take a feed apart; one that cannot be is `Unreadable`."""
    if address.endswith(".json"):
        return json_feed(_decoded(data), data, address)
    root = tree(data)
    if root.tag == "rss":
        return _rss(root, data, address)
    if root.tag == f"{ATOM}feed":
        return _atom(root, data, address)
    raise Unreadable(root.sourceline or 1, f"its root is {root.tag}, of neither RSS nor Atom")


def tree(data: bytes) -> Any:
    """Parse XML that nobody vouches for."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root: Any = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(error.lineno or 1, error.msg or "it is empty") from None
    if root.getroottree().docinfo.doctype:
        raise Unreadable(1, "it declares a DOCTYPE, which readers refuse")
    return root


def _decoded(data: bytes) -> Any:
    try:
        decoded = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Unreadable(1, str(error)) from None
    if not isinstance(decoded, dict):
        raise Unreadable(1, "it is no object")
    return decoded


def _rss(root: Any, data: bytes, address: str) -> Feed:
    channel = root if root.find("channel") is None else root.find("channel")
    return Feed(
        address,
        "rss",
        data,
        channel,
        title=_text(channel, "title"),
        page=_text(channel, "link"),
        lang=_text(channel, "language"),
        updated=_text(channel, "lastBuildDate"),
        links=_links(channel),
        entries=tuple(_item(item) for item in channel.iterchildren("item")),
        archive=channel.find(f"{HISTORY}archive") is not None,
        styles=_styles(root),
    )


def _item(item: Any) -> Entry:
    return Entry(
        line=item.sourceline,
        id=_text(item, "guid"),
        title=_text(item, "title"),
        link=_text(item, "link"),
        html=_text(item, CONTENT),
        published=_text(item, "pubDate"),
        updated=_text(item, f"{ATOM}updated"),
        raw=item,
        links=_links(item),
        authors=tuple(one.text or "" for one in item.iterchildren(CREATOR)),
    )


def _atom(root: Any, data: bytes, address: str) -> Feed:
    links = _links(root)
    return Feed(
        address,
        "atom",
        data,
        root,
        title=_text(root, f"{ATOM}title"),
        page=_alternate(links),
        lang=root.get(_LANG, ""),
        updated=_text(root, f"{ATOM}updated"),
        links=links,
        entries=tuple(_entry(entry, _authors(root)) for entry in root.iterchildren(f"{ATOM}entry")),
        archive=root.find(f"{HISTORY}archive") is not None,
        styles=_styles(root),
    )


def _entry(entry: Any, inherited: tuple[str, ...]) -> Entry:
    links = _links(entry)
    return Entry(
        line=entry.sourceline,
        id=_text(entry, f"{ATOM}id"),
        title=_text(entry, f"{ATOM}title"),
        link=_alternate(links),
        html=_text(entry, f"{ATOM}content"),
        published=_text(entry, f"{ATOM}published"),
        updated=_text(entry, f"{ATOM}updated"),
        raw=entry,
        links=links,
        authors=_authors(entry) or inherited,
    )


def _authors(parent: Any) -> tuple[str, ...]:
    return tuple(_text(one, f"{ATOM}name") for one in parent.iterchildren(f"{ATOM}author"))


def _text(parent: Any, path: str) -> str:
    return (parent.findtext(path) or "").strip()


def _links(parent: Any) -> tuple[Link, ...]:
    return tuple(
        Link(
            one.get("rel", "alternate"),
            one.get("href", ""),
            one.get("type", ""),
            one.get("hreflang", ""),
            one.sourceline,
        )
        for one in parent.iterchildren(f"{ATOM}link")
    )


def _alternate(links: tuple[Link, ...]) -> str:
    return next((link.href for link in links if link.rel == "alternate"), "")


def _styles(root: Any) -> tuple[Link, ...]:
    """Read `<?xml-stylesheet?>` before the root (https://www.w3.org/TR/xml-stylesheet/)."""
    before = (one for one in root.itersiblings(preceding=True) if one.tag is etree.PI)
    sheets = (one for one in before if one.target == "xml-stylesheet")
    return tuple(
        Link("stylesheet", one.get("href") or "", one.get("type") or "", line=one.sourceline) for one in sheets
    )
