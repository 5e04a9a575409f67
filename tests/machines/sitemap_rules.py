"""The rules of sitemaps, as sitemaps.org and Google write them, in our words: gives complaints, so that a test shows all."""

import re
from collections.abc import Iterator

from lxml import etree

_S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_N = "{http://www.google.com/schemas/sitemap-news/0.9}"
_LINK = "{http://www.w3.org/1999/xhtml}link"
_DATE = re.compile(
    r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    r"(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2}))?"
)
_ADDRESS = re.compile(r"https?://[^/\s]+/[^\s<>\"]*")


def complaints(content: bytes, most: int = 50_000) -> list[str]:
    """Judge a sitemap, an index of them, or a sitemap for news."""
    if not content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n') or len(content) > 50_000_000:
        return ["not UTF-8 that says so, or over 50 MB"]
    root = etree.fromstring(content)
    kinds = {f"{_S}urlset": f"{_S}url", f"{_S}sitemapindex": f"{_S}sitemap"}
    if root.tag not in kinds:
        return [f"{root.tag} is no sitemap"]
    found = [f"{one.tag} does not belong here" for one in root if one.tag != kinds[str(root.tag)]]
    found += [f"{len(root)} are too many"] if len(root) > most else []
    named = [str(one.findtext(f"{_S}loc")) for one in root]
    found += [f"{one} is named twice" for one in sorted({one for one in named if named.count(one) > 1})]
    return [*found, *(f"{name}: {fault}" for one, name in zip(root, named, strict=True) for fault in _entry(one))]


def _entry(entry: etree._Element) -> Iterator[str]:
    own = [str(one.tag) for one in entry if str(one.tag).startswith(_S)]
    if own not in ([f"{_S}loc"], [f"{_S}loc", f"{_S}lastmod"]):
        yield f"has {own}"
    address, changed = str(entry.findtext(f"{_S}loc")), entry.findtext(f"{_S}lastmod")
    if not _ADDRESS.fullmatch(address) or len(address) >= 2048:
        yield "is no whole address, or one of 2,048 characters and more"
    if changed is not None and not _DATE.fullmatch(changed):
        yield f"{changed} is no date of the W3C's"
    links = entry.findall(_LINK)
    for link in links:
        if link.get("rel") != "alternate" or not link.get("hreflang") or not _ADDRESS.fullmatch(str(link.get("href"))):
            yield f"a link that is no alternate: {dict(link.attrib)}"
    if links and address not in [link.get("href") for link in links]:
        yield "its alternates leave itself out"
    for news in entry.findall(f"{_N}news"):
        yield from _news(news)


def _news(news: etree._Element) -> Iterator[str]:
    if [one.tag for one in news] != [f"{_N}publication", f"{_N}publication_date", f"{_N}title"]:
        yield "news lacks a part"
    if [one.tag for one in news[0]] != [f"{_N}name", f"{_N}language"]:
        yield "its publication lacks a part"
    if not re.fullmatch(r"[a-z]{2,3}", str(news[0].findtext(f"{_N}language"))):
        yield "its language is no code of ISO 639"
    if not _DATE.fullmatch(str(news.findtext(f"{_N}publication_date"))) or not news.findtext(f"{_N}title"):
        yield "its date or its title"
