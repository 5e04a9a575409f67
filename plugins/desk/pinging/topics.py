"""The feeds of a release that readers can subscribe to, as a hub knows them: by the address that each gives itself."""

import re
from collections.abc import Iterator

import msgspec
from lxml import etree
from msgspec import Struct

from plugins.core.addresses import LANGUAGE
from plugins.press.release import Releases

_FEED = re.compile(rf"{LANGUAGE}feeds/(?!archive/).+\.(?:rss\.xml|atom\.xml|json)")
_LINK = "{http://www.w3.org/2005/Atom}link"


class Topic(Struct, frozen=True):
    """A feed: its own address, its file in the release, the bytes that it has there."""

    address: str
    file: str
    content: bytes


class NoAddress(Exception):
    """A feed does not say where it stands."""


def changed(releases: Releases, told: dict[str, str]) -> Iterator[Topic]:
    """Give the feeds whose bytes are not those that the hub was told of (`told`: file → digest), in order of path."""
    for file, digest in feeds(releases).items():
        if told.get(file) != digest:
            content = (releases.output / file).read_bytes()
            yield Topic(own_address(file, content), file, content)


def feeds(releases: Releases) -> dict[str, str]:
    """Give every feed of the release that is shown, archives apart: nobody subscribes to those. File → digest."""
    files = releases.manifest(releases.shown()).files
    return {file: entry.content.hex() for file, entry in sorted(files.items()) if _FEED.fullmatch(file)}


def own_address(file: str, content: bytes) -> str:
    """Read the address that a feed gives itself: `rel="self"` of RSS and Atom, `feed_url` of JSON Feed."""
    found = _in_json(content) if file.endswith(".json") else _in_xml(content)
    if not found:
        raise NoAddress(f"{file} does not say where it stands: build the site anew.")
    return found


def _in_json(content: bytes) -> str:
    feed = msgspec.json.decode(content)
    return str(feed.get("feed_url", "")) if isinstance(feed, dict) else ""


def _in_xml(content: bytes) -> str:
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    top = root if root.tag.endswith("feed") else root[0]
    return next((str(link.get("href")) for link in top.iterchildren(_LINK) if link.get("rel") == "self"), "")
