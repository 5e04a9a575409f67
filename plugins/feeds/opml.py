"""Outlines → OPML 2.0 (http://opml.org/spec2.opml), which readers of feeds take in at once."""

from lxml import etree
from msgspec import Struct

from plugins.feeds.outlines import Opml, Outline


def opml(view: Struct) -> bytes:
    """Write the file."""
    assert isinstance(view, Opml)
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = view.title
    body = etree.SubElement(root, "body")
    for outline in view.outlines:
        _add(body, outline, view.lang)
    return etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True)


def _add(parent: etree._Element, outline: Outline, lang: str) -> None:
    if outline.inside:
        folder = etree.SubElement(parent, "outline", text=outline.text)
        for one in outline.inside:
            _add(folder, one, lang)
        return
    etree.SubElement(
        parent, "outline", type="rss", version="RSS2", text=outline.text, title=outline.text, language=lang,
        xmlUrl=outline.feed, htmlUrl=outline.page,
    )  # fmt: skip
