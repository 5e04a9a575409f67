"""A thing in the words of schema.org, and how it is written into a page."""

import msgspec

from plugins.press.site import Site

Node = dict[str, object]
"""A thing: `@type`, `@id`, and properties of schema.org."""

_CONTEXT = {"@context": "https://schema.org"}
_ENCODE = msgspec.json.Encoder().encode
_ESCAPED = {
    b"<": rb"\u003c", b">": rb"\u003e", b"&": rb"\u0026",
    "\u2028".encode(): rb"\u2028", "\u2029".encode(): rb"\u2029",
}  # fmt: skip
"""What could end a `<script>`, or a line of JavaScript; in JSON all of it stands in strings only."""


def told(node: Node) -> Node:
    """Leave out what there is nothing to tell of."""
    return {name: value for name, value in node.items() if value or value == 0}


def block(node: Node) -> str:
    """Write a thing as JSON that may stand in `<script type="application/ld+json">` as it is."""
    text = _ENCODE(_CONTEXT | node)
    for sign, escaped in _ESCAPED.items():
        text = text.replace(sign, escaped)
    return text.decode()


def address(site: Site, href: str) -> str:
    """Give the whole address of a link on a page of the site (`/checks/…/`, under whatever path the site stands)."""
    return site.base.removesuffix(site.root) + href
