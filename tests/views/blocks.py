"""The JSON-LD of built pages, read strictly and taken apart. Gives complaints, so that a test shows them all."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from msgspec import Struct

from plugins.core.addresses import file_of

Node = dict[str, Any]
_VOCABULARY = json.loads((Path(__file__).parent / "vocabulary.json").read_text("utf-8"))
"""The types and properties that we use, with broader types and domains, as schema.org defines them."""
_SHOWN = frozenset({
    "name", "headline", "description", "text", "claimReviewed", "alternateName", "ratingExplanation", "caption",
    "creditText", "backstory", "jobTitle", "slogan", "email", "version",
})  # fmt: skip
_DATES = frozenset({"datePublished", "dateModified", "lastReviewed"})


class Told(Struct, frozen=True):
    """A page of a release, and what it tells machines."""

    file: str
    soup: BeautifulSoup
    blocks: tuple[Node, ...]

    def of(self, kind: str) -> list[Node]:
        return [block for block in self.blocks if block["@type"] == kind]


def pages(folder: Path) -> list[Told]:
    return [page(folder, path.relative_to(folder).as_posix()) for path in sorted(folder.rglob("*.html"))]


def page(folder: Path, file: str) -> Told:
    soup = BeautifulSoup((folder / file).read_bytes(), "lxml")
    scripts = soup.select('script[type="application/ld+json"]')
    return Told(file, soup, tuple(_strictly(str(script.string)) for script in scripts))


def nodes(node: Node) -> Iterator[Node]:
    """Give a thing and all things in it."""
    yield node
    for value in node.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from nodes(one)


def outside_vocabulary(block: Node) -> Iterator[str]:
    """Find types and properties that schema.org does not have, or has for other things."""
    if block.get("@context") != "https://schema.org":
        yield f"context {block.get('@context')}"
    for node in nodes({name: value for name, value in block.items() if name != "@context"}):
        if set(node) != {"@id"}:
            kind = node.get("@type")
            yield from ([] if kind in _VOCABULARY["types"] else [f"type {kind}"])
            named = [name for name in node if name not in {"@type", "@id"}]
            yield from (f"{name} of a {kind}" for name in named if not _belongs(name, str(kind)))
        yield from (f"{name} is empty" for name, value in node.items() if value in ("", [], {}, None))


def _belongs(name: str, kind: str) -> bool:
    domains = _VOCABULARY["properties"].get(name, ())
    return kind in domains or any(_belongs(name, broader) for broader in _VOCABULARY["types"].get(kind, ()))


def unseen(told: Told) -> Iterator[str]:
    """Find words and dates that readers of the page do not see."""
    seen, days = words(told.soup.body), {time["datetime"] for time in told.soup.select("time")}
    for node in (node for block in told.blocks for node in nodes(block)):
        for name, value in node.items():
            assembled = (node.get("@type"), name) == ("CorrectionComment", "text")
            if name in _SHOWN and not assembled and " ".join(value.split()).removesuffix(" …") not in seen:
                yield f"{told.file}: {name}: {value}"
            if name in _DATES and value not in days:
                yield f"{told.file}: {name}: {value}"


def words(element: Tag | None) -> str:
    """Give what an element shows, without citations."""
    copy = BeautifulSoup(str(element), "lxml")
    for cites in copy.select(".cites"):
        cites.decompose()
    return " ".join(copy.get_text().split())


def dead(told: list[Told], folder: Path, base: str) -> Iterator[str]:
    """Find addresses of the site that nothing answers, and `@id`s that nothing has."""
    known = {
        node["@id"] for one in told for block in one.blocks for node in nodes(block) if {"@id", "@type"} <= set(node)
    }
    ids = {one.file: {element["id"] for element in one.soup.find_all(id=True)} for one in told}
    for one in told:
        for node in (node for block in one.blocks for node in nodes(block)):
            yield from (f"{one.file}: {node}" for _ in [0] if set(node) == {"@id"} and node["@id"] not in known)
            addresses = [value for name, value in node.items() if name != "@id" and str(value).startswith(base)]
            yield from (f"{one.file}: {address}" for address in addresses if not _answered(address, base, folder, ids))


def _answered(address: str, base: str, folder: Path, ids: dict[str, set[Any]]) -> bool:
    parts = urlsplit(address.removeprefix(base))
    file = file_of(parts.path)
    return (folder / file).is_file() and (not parts.fragment or parts.fragment in ids[file])


def _strictly(text: str) -> Node:
    """Read JSON without repeated names, and without the numbers that it does not have."""

    def pairs(items: list[tuple[str, Any]]) -> Node:
        assert len({name for name, _ in items}) == len(items), items
        return dict(items)

    def constant(name: str) -> None:
        raise AssertionError(name)

    node = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    assert isinstance(node, dict)
    return node
