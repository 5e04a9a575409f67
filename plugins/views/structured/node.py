"""A thing in the words of schema.org, and how it is written into a page."""

import msgspec

from plugins.press.site import Site

Node = dict[str, object]
"""A thing: `@type`, `@id`, and properties of schema.org."""

_CONTEXT = {"@context": "https://schema.org"}
_ENCODE = msgspec.json.Encoder().encode
_ESCAPED = {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"}
"""What could end a `<script>`, or a line of JavaScript; in JSON all of it stands in strings only."""


def told(node: Node) -> Node:
    """Leave out what there is nothing to tell of."""
    return {name: value for name, value in node.items() if value or value == 0}


def block(node: Node) -> str:
    """Write a thing as JSON that may stand in `<script type="application/ld+json">` as it is."""
    text = _ENCODE(_CONTEXT | node).decode()
    for sign, escaped in _ESCAPED.items():
        if sign in text:
            text = text.replace(sign, escaped)
    return text


def written(node: Node) -> msgspec.Raw:
    """Write a thing that many others name, once: they hold it as it is."""
    return msgspec.Raw(_ENCODE(node))


def address(site: Site, href: str) -> str:
    """Give the whole address of a link on a page of the site (`/checks/…/`, under whatever path the site stands)."""
    return site.base.removesuffix(site.root) + href
