"""The files of this room: what hosts and servers read, in the output beside the pages."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core import addresses
from plugins.core.resolve.publication import Publication
from plugins.deploy import headers, redirects
from plugins.press.pages import Page
from plugins.press.site import Site

_WRITERS = dict(
    zip(addresses.HOST_FILES[1:], (redirects.netlify, redirects.nginx, redirects.caddy), strict=True),
)


class HostFile(Struct, frozen=True):
    """The lines of a file for a host."""

    lines: tuple[str, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Give `_headers`, and the redirects in the words of each program."""
    rules = [word for rule in redirects.rules(publication) for word in rule]
    yield Page(addresses.HOST_FILES[0], "host", headers_view)
    for address in _WRITERS:
        yield Page(address, "host", redirects_view, (address, *rules))


def headers_view(site: Site) -> HostFile:
    """Show the headers."""
    return HostFile(tuple(headers.lines(site)))


def redirects_view(site: Site, address: str, *rules: str) -> HostFile:
    """Show the redirects, which are given one after the other: from where, to where."""
    here = [(site.here(former), site.here(present)) for former, present in zip(rules[::2], rules[1::2], strict=True)]
    return HostFile(tuple(_WRITERS[address](here)))


def written(view: Struct) -> bytes:
    """Write the lines."""
    assert isinstance(view, HostFile)
    return "".join(f"{line}\n" for line in view.lines).encode()
