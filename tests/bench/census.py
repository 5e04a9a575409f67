"""Counts what a tool made, so that no tool is fast by leaving out."""

import math
import re
from pathlib import Path

from measure import Failed
from msgspec import Struct
from synthetic import MARKS, SOURCES, topics

PER_PAGE = 20
_COMPARED = re.compile(r"(feeds/)?(all|index|topics/[^/.]+)(\.rss|/index)?\.xml")
"""The RSS feeds of all and of topics, as each tool names them: what only one of them makes is not compared."""


class Census(Struct, frozen=True):
    """What stands in an output folder."""

    articles: int
    """Pages of fact-checks with all marks linked and all sources listed."""
    lists: int
    topic_pages: int
    feeds: int
    items: int
    files: int
    size: int


def take(output: Path, mark: str, source: str) -> Census:
    """Count; `mark` and `source` are how a linked mark and a listed source look in a page."""
    files = [path for path in output.resolve().rglob("*") if path.is_file()]
    names = [path.relative_to(output.resolve()).as_posix() for path in files]
    feeds = [
        path for path, name in zip(files, names, strict=True) if name.endswith(".xml") and _COMPARED.fullmatch(name)
    ]
    return Census(
        articles=sum(
            _whole(path.read_text("utf-8"), mark, source)
            for path, name in zip(files, names, strict=True)
            if re.fullmatch(r"checks/check-\d+/index\.html", name)
        ),
        lists=sum(bool(re.fullmatch(r"(checks/)?page/\d+/index\.html", name)) for name in names) + 1,
        topic_pages=sum(bool(re.fullmatch(r"topics/topic-\d+/(page/\d+/)?index\.html", name)) for name in names),
        feeds=len(feeds),
        items=sum(path.read_text("utf-8").count("<item>") for path in feeds),
        files=len(files),
        size=sum(path.stat().st_size for path in files),
    )


def check(census: Census, count: int, who: str) -> None:
    """Stop if something is missing."""
    wanted = {
        "articles": count,
        "lists": math.ceil(count / PER_PAGE),
        "topic_pages": len(topics(count)) * max(1, math.floor(count * 2 / len(topics(count)) / PER_PAGE)),
        "feeds": len(topics(count)) + 1,
    }
    exact = {"articles", "lists"}
    for name, number in wanted.items():
        made = getattr(census, name)
        if made < number * 0.9 or (name in exact and made != number):
            raise Failed(f"{who} made {made} {name}, not {number}")


def holding(output: Path, pattern: str, text: str) -> int:
    """Count the files that hold a text."""
    return sum(text in path.read_text("utf-8") for path in output.resolve().glob(pattern))


def _whole(page: str, mark: str, source: str) -> bool:
    return page.count(mark) == MARKS and page.count(source) == SOURCES
